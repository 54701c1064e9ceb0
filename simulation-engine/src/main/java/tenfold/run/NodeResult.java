package tenfold.run;

/// What one node did in one run, after the warm-up.
///
/// @param name its name
/// @param utilisation share of its busiest processor in use, 0 to 1; mean over a stack's instances
/// @param meanQueueLength mean number waiting at it; sum over a stack's instances
/// @param meanResponseMs mean time of a call to it, in milliseconds
/// @param hitShare share of cache look-ups that hit; NaN where there were none
/// @param meanLagMs mean time from a change's commit until it is shown here, in milliseconds; NaN where there was none
public record NodeResult(String name, double utilisation, double meanQueueLength, double meanResponseMs,
    double hitShare, double meanLagMs) {}
