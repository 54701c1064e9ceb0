package tenfold.scenario;

import tenfold.component.Fault;

/// Something that goes wrong in every run of a scenario, at the same time.
///
/// @param atSeconds simulated time since the start, the warm-up included
/// @param node name of the node that it happens to
/// @param instance which of a stack's instances, from 1; 0 for all
/// @param fault what happens
public record ScheduledFault(double atSeconds, String node, int instance, Fault fault) {}
