package tenfold.run;

/// One point of the live charts: a sliding window of simulated time that ends at `seconds`.
///
/// @param seconds simulated time at the end of the window
/// @param answered requests answered in the window
/// @param p50Ms median response time of those, in milliseconds; NaN when there were none
/// @param p95Ms 95th percentile
/// @param p99Ms 99th percentile
/// @param goodputPerSecond successful answers a second
/// @param errorsPerSecond errors and refusals a second
/// @param timeoutsPerSecond clients that gave up a second
/// @param wrongPerSecond things that clients were told a second and that were not so, and rows doubled or lost
public record Point(
    double seconds,
    long answered,
    double p50Ms,
    double p95Ms,
    double p99Ms,
    double goodputPerSecond,
    double errorsPerSecond,
    double timeoutsPerSecond,
    double wrongPerSecond) {}
