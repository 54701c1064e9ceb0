package tenfold.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tenfold.component.Truth;
import tenfold.scenario.Scenario;
import tenfold.stats.Interval;
import tenfold.stats.ResponseTimes;
import tenfold.stats.Tally;

/// Several independent replications of a scenario, and their statistics. The replications may run on any threads
/// and in any order; the summary is the same.
///
/// @param scenario what is run
/// @param replications how many runs, at least 1
/// @param seed decides the seeds of all runs
public record Experiment(Scenario scenario, int replications, long seed) {
  private static final double CONFIDENCE = 0.95;

  /// Checks the number of replications.
  public Experiment {
    if (replications < 1 || replications > 10_000) {
      throw new IllegalArgumentException("replications must be between 1 and 10000, not " + replications);
    }
  }

  /// The replication with that index, from 0, not yet run.
  public Replication replication(int index) {
    return new Replication(scenario, seed + 0x9e3779b97f4a7c15L * index);
  }

  /// Runs all replications here and now, one after the other.
  public Summary run() {
    return summary(IntStream.range(0, replications).mapToObj(index -> replication(index).run()).toList());
  }

  /// The statistics of results in the order of their indexes: intervals from the replications' means, percentiles
  /// from all response times together.
  public Summary summary(List<Result> results) {
    var means = new Tally();
    var throughputs = new Tally();
    var goodputs = new Tally();
    var p95s = new Tally();
    var times = new ResponseTimes();
    long requests = 0;
    long errors = 0;
    long timeouts = 0;
    long simulated = 0;
    long digest = 0;
    var wrong = Truth.Account.EMPTY;
    for (var result : results) {
      times.add(result.responseTimes());
      if (result.answered() > 0) {
        means.add(result.responseTimes().meanMs());
        p95s.add(result.responseTimes().percentileMs(95));
      }
      throughputs.add(result.answered() / result.seconds());
      goodputs.add(result.good() / result.seconds());
      requests += result.requests();
      errors += result.errors();
      timeouts += result.timeouts();
      simulated += result.simulatedRequests();
      wrong = wrong.plus(result.wrong());
      digest = 31 * digest + result.digest();
    }
    return new Summary(
        results.getFirst().families(),
        requests,
        Interval.ofMean(throughputs, CONFIDENCE),
        Interval.ofMean(goodputs, CONFIDENCE),
        requests == 0 ? 0 : (double) errors / requests,
        requests == 0 ? 0 : (double) timeouts / requests,
        Interval.ofMean(means, CONFIDENCE),
        times.percentileMs(50),
        times.percentileMs(95),
        Interval.ofMean(p95s, CONFIDENCE).halfWidth(),
        times.percentileMs(99),
        times.count(),
        nodes(results),
        links(results),
        wrong,
        simulated,
        digest,
        results.stream().flatMap(result -> result.stopped().stream()).findFirst());
  }

  private static List<NodeResult> nodes(List<Result> results) {
    var nodes = new ArrayList<NodeResult>();
    for (int i = 0; i < results.getFirst().nodes().size(); i++) {
      int index = i;
      var same = results.stream().map(result -> result.nodes().get(index)).toList();
      nodes.add(new NodeResult(
          same.getFirst().name(),
          same.stream().mapToDouble(NodeResult::utilisation).average().orElse(0),
          same.stream().mapToDouble(NodeResult::meanQueueLength).average().orElse(0),
          same.stream().mapToDouble(NodeResult::meanResponseMs).average().orElse(0),
          same.stream().mapToDouble(NodeResult::hitShare).average().orElse(Double.NaN),
          same.stream().mapToDouble(NodeResult::meanLagMs).filter(Double::isFinite).average().orElse(Double.NaN),
          same.stream().mapToDouble(NodeResult::meanPaidFor).average().orElse(0),
          same.stream().mapToDouble(NodeResult::callsPerSecond).average().orElse(0),
          centres(same),
          same.getFirst().scaling()));
    }
    return List.copyOf(nodes);
  }

  /// The means over the runs, as long as all have the same processors; else those of the first.
  private static List<CentreResult> centres(List<NodeResult> same) {
    var centres = new ArrayList<CentreResult>();
    var first = same.getFirst().centres();
    for (int i = 0; i < first.size(); i++) {
      int index = i;
      var centre = first.get(i);
      centres.add(new CentreResult(
          same.stream().filter(node -> node.centres().size() == first.size())
              .mapToDouble(node -> node.centres().get(index).meanBusy()).average().orElse(0),
          centre.units(), centre.copies(), centre.isShared()));
    }
    return List.copyOf(centres);
  }

  private static List<LinkResult> links(List<Result> results) {
    var links = new ArrayList<LinkResult>();
    for (int i = 0; i < results.getFirst().links().size(); i++) {
      int index = i;
      links.add(results.stream().map(result -> result.links().get(index)).reduce(LinkResult::plus).orElseThrow());
    }
    return List.copyOf(links);
  }

  /// Statistics over all replications.
  ///
  /// @param families families in the co-op
  /// @param requests attempts that ended after the warm-ups
  /// @param throughputPerSecond answers a second
  /// @param goodputPerSecond successful answers a second
  /// @param errorShare errors and refusals among the attempts, 0 to 1
  /// @param timeoutShare time-outs among the attempts, 0 to 1
  /// @param meanMs mean response time of answered attempts, in milliseconds
  /// @param p50Ms median of those; NaN when nothing was answered
  /// @param p95Ms 95th percentile
  /// @param p95HalfWidthMs half the width of its confidence interval, from the replications' own percentiles; NaN for
  ///     one
  /// @param p99Ms 99th percentile
  /// @param answered attempts that the percentiles rest on
  /// @param nodes what each node did, on average
  /// @param links what the guards on links did, in all replications
  /// @param wrong what clients were told that is not so, in all replications
  /// @param simulatedRequests attempts that ended, warm-ups included
  /// @param digest fingerprint of all runs
  /// @param stopped why the first of those runs was stopped that did not come to its end; empty when all did
  public record Summary(
      int families,
      long requests,
      Interval throughputPerSecond,
      Interval goodputPerSecond,
      double errorShare,
      double timeoutShare,
      Interval meanMs,
      double p50Ms,
      double p95Ms,
      double p95HalfWidthMs,
      double p99Ms,
      long answered,
      List<NodeResult> nodes,
      List<LinkResult> links,
      Truth.Account wrong,
      long simulatedRequests,
      long digest,
      Optional<String> stopped) {}
}
