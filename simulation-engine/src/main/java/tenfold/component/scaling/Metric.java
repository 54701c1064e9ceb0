package tenfold.component.scaling;

/// What the servers of a group did in one period.
///
/// @param servers how many of them were in service, on the average over the period
/// @param utilisation share of their processors in use, 0 to 1; NaN when none was in service
/// @param responseMs mean response time of the requests that they ended, in milliseconds; NaN when there were none
public record Metric(double servers, double utilisation, double responseMs) {}
