package tenfold.run;

import java.util.List;
import tenfold.component.Truth;
import tenfold.component.guarding.GuardCounts;

/// A picture of the running system at one instant. Immutable: the only thing that goes from the engine's thread to
/// the screen's.
///
/// @param nowNanos simulated time
/// @param nodes the nodes, in the order of the topology
/// @param links the links, in the order of the topology
/// @param wrong what clients were told so far that is not so
/// @param digest fingerprint of the run so far
public record Snapshot(
    long nowNanos, List<NodeView> nodes, List<LinkView> links, Truth.Account wrong, long digest) {

  /// What a node does.
  ///
  /// @param name its name
  /// @param utilisation of its busiest processor in the last slice, 0 to 1; mean over a stack
  /// @param waiting requests that wait at it now
  /// @param abandoned those of them whose client has left
  /// @param p95Ms 95th percentile of its recent calls; NaN when there were none
  /// @param callsPerSecond its recent calls
  /// @param served its calls so far
  /// @param hitShare share of cache look-ups that hit; NaN where there were none
  /// @param down instances that take no calls, because they crashed or have not come up
  /// @param hanging instances that take calls and answer none
  /// @param instances how many there are, those that boot too
  /// @param booting those of them that are not in service yet
  /// @param paidFor instances that are paid for: those that drain too
  public record NodeView(
      String name,
      double utilisation,
      int waiting,
      int abandoned,
      double p95Ms,
      double callsPerSecond,
      long served,
      double hitShare,
      int down,
      int hanging,
      int instances,
      int booting,
      int paidFor) {}

  /// Calls over a link so far, by fate.
  ///
  /// @param from calling node
  /// @param to called node
  /// @param counts by the ordinal of [Fate]
  /// @param guards what its guards have done since the warm-up
  public record LinkView(String from, String to, List<Long> counts, GuardCounts guards) {}
}
