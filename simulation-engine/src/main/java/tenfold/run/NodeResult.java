package tenfold.run;

import java.util.List;
import tenfold.component.ScalingPoint;

/// What one node did in one run, after the warm-up.
///
/// @param name its name
/// @param utilisation share of its busiest processor in use, 0 to 1; mean over a stack's instances
/// @param meanQueueLength mean number waiting at it; sum over a stack's instances
/// @param meanResponseMs mean time of a call to it, in milliseconds
/// @param hitShare share of cache look-ups that hit; NaN where there were none
/// @param meanLagMs mean time from a change's commit until it is shown here, in milliseconds; NaN where there was none
/// @param meanPaidFor instances that were paid for, on the average over the time: those that boot and drain too
/// @param callsPerSecond calls to it that ended
/// @param centres its processors, without those that are its host's; in the order in which requests come to them
/// @param scaling what an auto-scaler made of its stack, the warm-up included; of several replications the first. Empty
///     for all other kinds
public record NodeResult(String name, double utilisation, double meanQueueLength, double meanResponseMs,
    double hitShare, double meanLagMs, double meanPaidFor, double callsPerSecond, List<CentreResult> centres,
    List<ScalingPoint> scaling) {}
