package tenfold.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenfold.component.Attempt;
import tenfold.component.Outcomes.Outcome;
import tenfold.experiment.Decomposition.Part;
import tenfold.experiment.Laboratory.Probe;
import tenfold.run.Breakdown;
import tenfold.run.Replication;
import tenfold.run.Trace;

/// A fair sample of the answered requests of a run that began after its warm-up, with what their time went to.
///
/// A request is traced when the leading bits of its hashed number are 0. Whenever there are too many, one more bit must
/// be, and half of the sample is dropped: each request has the same chance, however many there are, and none is left
/// out because others came before. Source: Wegman's adaptive sampling, in Flajolet, "On adaptive sampling", Computing
/// 43, 1990.
final class TraceSample implements Probe<TraceSample.Means> {
  private static final int MOST = 600;
  /// 2⁶⁴ divided by the golden ratio: its multiples are spread evenly (Knuth, *TAOCP* 3, §6.4).
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final long sinceNanos;
  private final List<Sampled> sampled = new ArrayList<>();
  private int bits;

  /// @param sinceNanos when the warm-up ends, in simulated time
  TraceSample(long sinceNanos) {
    this.sinceNanos = sinceNanos;
  }

  /// What requests took on average.
  ///
  /// @param count how many were sampled
  /// @param millis mean response time; NaN for none
  /// @param byPart how much of it was spent where and how
  record Means(int count, double millis, Map<Part, Double> byPart) {}

  private record Sampled(long number, double millis, Map<Part, Double> byPart) {}

  @Override
  public void attach(Replication run) {
    run.trace(attempt -> attempt.startNanos() >= sinceNanos && isChosen(attempt.number()), this::add);
  }

  private boolean isChosen(long number) {
    return bits == 0 || number * GOLDEN >>> Long.SIZE - bits == 0;
  }

  private void add(Trace trace) {
    boolean isAnswered = trace.outcome() == Outcome.GOOD || trace.outcome() == Outcome.ERROR_ANSWER;
    if (isAnswered && isChosen(trace.number())) {
      var byPart = new HashMap<Part, Double>();
      Breakdown.means(List.of(trace)).forEach(sum ->
          byPart.merge(new Part(sum.instance(), sum.doing()), sum.millis(), Double::sum));
      sampled.add(new Sampled(trace.number(), trace.millis(), byPart));
    }
    if (sampled.size() > MOST) {
      bits++;
      sampled.removeIf(one -> !isChosen(one.number));
    }
  }

  @Override
  public Means read(Replication run) {
    var sums = new HashMap<Part, Double>();
    sampled.forEach(one -> one.byPart.forEach((part, millis) -> sums.merge(part, millis, Double::sum)));
    sums.replaceAll((_, millis) -> millis / sampled.size());
    return new Means(sampled.size(), sampled.stream().mapToDouble(Sampled::millis).average().orElse(Double.NaN), sums);
  }
}
