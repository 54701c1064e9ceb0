package tenfold.run;

import java.util.List;
import java.util.Optional;
import tenfold.topology.Topology;

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
/// @param wrong what clients were told a second and that was not so, and rows doubled or lost
/// @param topology the system at the end of the window
/// @param nodes what its nodes did, in its order
public record Point(
    double seconds,
    long answered,
    double p50Ms,
    double p95Ms,
    double p99Ms,
    double goodputPerSecond,
    double errorsPerSecond,
    double timeoutsPerSecond,
    WrongRates wrong,
    Topology topology,
    List<NodePoint> nodes) {

  /// How often a second something was not so.
  ///
  /// @param staleReads answers older than the truth, or than what their reader knew
  /// @param sessions sessions lost, or unknown where they were shown
  /// @param others rows lost or doubled, jobs lost, given up or done twice, files that do not work
  public record WrongRates(double staleReads, double sessions, double others) {
    /// All together.
    public double perSecond() {
      return staleReads + sessions + others;
    }
  }

  /// What a node did.
  ///
  /// @param name its name
  /// @param utilisation of its busiest processor in the last slice, 0 to 1; mean over a stack
  /// @param waiting requests that wait at it at the end of the window
  /// @param paidFor instances that are paid for then
  /// @param callsPerSecond calls to it that ended in the window
  public record NodePoint(String name, double utilisation, int waiting, int paidFor, double callsPerSecond) {}

  /// What the node of that name did. Looks first where it may stand, as nodes keep their order.
  public Optional<NodePoint> node(String name, int hint) {
    return hint < nodes.size() && nodes.get(hint).name.equals(name) ? Optional.of(nodes.get(hint))
        : nodes.stream().filter(node -> node.name.equals(name)).findFirst();
  }
}
