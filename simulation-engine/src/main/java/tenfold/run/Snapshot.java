package tenfold.run;

import java.util.List;
import java.util.Optional;
import tenfold.component.Fault;
import tenfold.component.Truth;
import tenfold.component.guarding.GuardCounts;
import tenfold.stats.Exemplars;
import tenfold.stats.Exemplars.Exemplar;

/// A picture of the running system at one instant. Immutable: the only thing that goes from the engine's thread to
/// the screen's.
///
/// @param nowNanos simulated time
/// @param nodes the nodes, in the order of the topology
/// @param links the links, in the order of the topology
/// @param wrong what clients were told so far that is not so
/// @param extremes the slow ones of all requests so far
/// @param digest fingerprint of the run so far
public record Snapshot(
    long nowNanos, List<NodeView> nodes, List<LinkView> links, Truth.Account wrong, Extremes extremes, long digest) {

  /// Which requests were slow, of all that have ended since the run began, whatever their outcome.
  ///
  /// @param ended how many have
  /// @param p99 one at the 99th percentile; empty when fewer than a hundred have ended
  /// @param slowest the slowest
  public record Extremes(long ended, Optional<Exemplar> p99, Optional<Exemplar> slowest) {
    /// Of no requests.
    public static final Extremes NONE = new Extremes(0, Optional.empty(), Optional.empty());

    private static final int FEWEST = 100;

    static Extremes of(Exemplars all) {
      return new Extremes(all.count(), all.count() < FEWEST ? Optional.empty() : all.at(99), all.at(100));
    }
  }

  /// A lasting fault that is on now.
  ///
  /// @param fault what happens
  /// @param strength how bad it is, in the fault's own unit; 0 where there is no more and no less
  /// @param instances how many of a stack's instances suffer it; 1 for a way
  public record Suffered(Fault fault, double strength, int instances) {}

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
  /// @param timesDown how often instances have gone down so far
  /// @param hanging instances that take calls and answer none
  /// @param instances how many there are, those that boot too
  /// @param booting those of them that are not in service yet
  /// @param bootedShare how far the first of those is that boot, 0 to 1; 1 where none does
  /// @param paidFor instances that are paid for: those that drain too
  /// @param wanted instances that are wanted; of an auto-scaler, those of its stack
  /// @param inService instances that take calls; of an auto-scaler, those of its stack
  /// @param lagMs mean time of the last changes until they were shown, of the last jobs until they were done; NaN
  ///     where there were none
  /// @param deadLetters jobs that it has given up so far
  /// @param suffered the lasting faults that are on
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
      long timesDown,
      int hanging,
      int instances,
      int booting,
      double bootedShare,
      int paidFor,
      int wanted,
      int inService,
      double lagMs,
      long deadLetters,
      List<Suffered> suffered) {}

  /// Calls over a link so far, by fate.
  ///
  /// @param from calling node
  /// @param to called node
  /// @param counts by the ordinal of [Fate]
  /// @param guards what its guards have done since the warm-up
  /// @param suffered the lasting faults that are on
  public record LinkView(
      String from, String to, List<Long> counts, GuardCounts guards, List<Suffered> suffered) {}
}
