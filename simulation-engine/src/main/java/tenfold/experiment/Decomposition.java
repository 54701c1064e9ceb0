package tenfold.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import tenfold.experiment.TraceSample.Means;
import tenfold.run.Breakdown.Doing;
import tenfold.run.Experiment;
import tenfold.stats.Interval;
import tenfold.stats.Tally;

/// What response times are made of: how long requests wait, are worked on and are under way, by node, on average over a
/// fair sample of the answered ones. The layers add up to the mean response time of the sample.
///
/// @param families families in the co-op
/// @param sampled requests in the sample, over all runs
/// @param meanMs their mean response time, from the means of the runs
/// @param waitingShare how much of it is waiting, 0 to 1
/// @param layers its parts, in no order
public record Decomposition(int families, int sampled, Interval meanMs, Interval waitingShare, List<Layer> layers) {
  private static final double CONFIDENCE = 0.95;

  /// Copies the list.
  public Decomposition {
    layers = List.copyOf(layers);
  }

  /// Where time is spent, and how.
  ///
  /// @param node the node; empty for the network, and between two calls
  /// @param doing how
  public record Part(String node, Doing doing) {}

  /// One part of the mean response time.
  ///
  /// @param part where and how
  /// @param ms how long, with its interval
  public record Layer(Part part, Interval ms) {}

  /// Runs experiments and takes the response times of each apart.
  ///
  /// @throws LaboratoryFailure when a run breaks off
  /// @throws java.util.concurrent.CancellationException when the laboratory is cancelled
  public static List<Decomposition> of(Laboratory laboratory, List<Experiment> experiments) throws LaboratoryFailure {
    return laboratory.measure(experiments,
        experiment -> new TraceSample(Math.round(experiment.scenario().warmUpSeconds() * 1e9)), Decomposition::of);
  }

  /// How much of the mean response time a layer is, 0 to 1.
  public double share(Layer layer) {
    return meanMs.mean() > 0 ? layer.ms.mean() / meanMs.mean() : 0;
  }

  private static Decomposition of(Experiment experiment, List<Means> runs) {
    var known = runs.stream().filter(run -> run.count() > 0).toList();
    var layers = new ArrayList<Layer>();
    known.stream().flatMap(run -> run.byPart().keySet().stream()).distinct()
        .sorted(Comparator.comparing(Part::node).thenComparing(Part::doing))
        .forEach(part -> layers.add(new Layer(part, interval(known.stream(), run ->
            run.byPart().getOrDefault(part, 0.0)))));
    return new Decomposition(experiment.scenario().topology().familyCount(),
        known.stream().mapToInt(Means::count).sum(), interval(known.stream(), Means::millis),
        interval(known.stream().filter(run -> run.millis() > 0), run -> waiting(run) / run.millis()), layers);
  }

  private static double waiting(Means run) {
    return run.byPart().entrySet().stream().filter(entry -> entry.getKey().doing() == Doing.WAITING)
        .mapToDouble(Map.Entry::getValue).sum();
  }

  private static Interval interval(Stream<Means> runs, ToDoubleFunction<Means> value) {
    var tally = new Tally();
    runs.mapToDouble(value).forEach(tally::add);
    return Interval.ofMean(tally, CONFIDENCE);
  }
}
