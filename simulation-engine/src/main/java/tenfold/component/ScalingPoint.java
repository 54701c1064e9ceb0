package tenfold.component;

/// A stack under an auto-scaler at the end of a period, after what was decided.
///
/// @param seconds simulated time since the start, the warm-up included
/// @param desired instances that are wanted
/// @param inService instances that take calls
/// @param starting instances that boot
/// @param utilisation share of their processors that those in service used in the period, 0 to 1; NaN when there were
///     none
/// @param responseMs mean response time at them in the period, in milliseconds; NaN when nothing was answered
public record ScalingPoint(
    double seconds, int desired, int inService, int starting, double utilisation, double responseMs) {}
