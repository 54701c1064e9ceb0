package tenfold.app.charts;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenfold.app.charts.Curve.Mark;
import tenfold.app.look.Ink;
import tenfold.app.look.Texts;
import tenfold.experiment.TheoryGhost;
import tenfold.run.Experiment.Summary;

/// What a growth chart shows.
///
/// @param title what was measured
/// @param curves response times over families
/// @param shares what became of the requests, by rising number of families; empty when that is not known
/// @param bound response times that nothing is below, by rising number of families; empty when there is none
/// @param balanced what the balanced job bounds leave of response times, as middle and half width; empty where they do
///     not apply
/// @param caption what is said of its theory; empty for nothing
/// @param failing what theory takes for granted and is not so, by numbers of families; where all is, there is none
public record Growth(String title, List<Curve> curves, List<Share> shares, List<Mark> bound, List<Mark> balanced,
    String caption, Map<Integer, String> failing) {
  /// Copies the lists.
  public Growth {
    curves = List.copyOf(curves);
    shares = List.copyOf(shares);
    bound = List.copyOf(bound);
    balanced = List.copyOf(balanced);
    failing = Map.copyOf(failing);
  }

  /// A growth curve without a theory.
  public Growth(String title, List<Curve> curves, List<Share> shares) {
    this(title, curves, shares, List.of(), List.of(), "", Map.of());
  }

  /// What became of the requests at one number of families; the three shares sum to 1.
  ///
  /// @param families families in the co-op
  /// @param good answered in time, with success
  /// @param failed refused, or answered with an error
  /// @param timedOut given up by the client
  public record Share(double families, double good, double failed, double timedOut) {}

  /// The measured 95th percentile and mean of an experiment at several numbers of families.
  public static Growth measured(String title, List<Summary> summaries) {
    var p95 = summaries.stream()
        .map(summary -> new Mark(summary.families(), summary.p95Ms(), summary.p95HalfWidthMs()))
        .toList();
    var mean = summaries.stream()
        .map(summary -> new Mark(summary.families(), summary.meanMs().mean(), summary.meanMs().halfWidth()))
        .toList();
    return new Growth(
        title,
        List.of(new Curve(Texts.get("chart.mean"), mean, Ink.DATABASE, false),
            new Curve(Texts.get("chart.p95"), p95, Ink.SLOW, false)),
        summaries.stream().filter(summary -> summary.requests() > 0).map(Growth::share).toList());
  }

  /// With one more line, such as a theory or a prediction.
  public Growth with(Curve curve) {
    return new Growth(title, Stream.concat(curves.stream(), Stream.of(curve)).toList(), shares, bound, balanced,
        caption, failing);
  }

  /// With what theory says, and its caveat. Where an assumption fails, its line has a gap.
  public Growth with(TheoryGhost ghost) {
    var line = new Curve(Texts.get("chart.theory"),
        ghost.points().stream().map(point -> new Mark(point.families(), point.networkMs())).toList(), Ink.MUTED, true);
    var least = ghost.points().stream().map(point -> new Mark(point.families(), point.leastMs()))
        .filter(Mark::isKnown).toList();
    var drawn = line.marks().stream().anyMatch(Mark::isKnown) ? with(line) : this;
    var between = ghost.points().stream().flatMap(point -> point.balanced().stream().map(bounds ->
        new Mark(point.families(), (bounds.leastMs() + bounds.mostMs()) / 2,
            (bounds.mostMs() - bounds.leastMs()) / 2))).toList();
    return new Growth(title, drawn.curves, shares, least, between, TheoryText.caption(ghost),
        ghost.points().stream().filter(point -> point.failing().isPresent())
            .collect(Collectors.toMap(TheoryGhost.Point::families, TheoryText::failing)));
  }

  /// Only what is known for at most that many families.
  public Growth upTo(int mostFamilies) {
    return new Growth(
        title,
        curves.stream().map(curve -> curve.upTo(mostFamilies)).toList(),
        shares.stream().filter(share -> share.families() <= mostFamilies).toList(),
        bound.stream().filter(mark -> mark.families() <= mostFamilies).toList(),
        balanced.stream().filter(mark -> mark.families() <= mostFamilies).toList(),
        curves.stream().anyMatch(curve -> curve.upTo(mostFamilies).marks().size() < curve.marks().size())
            ? "" : caption,
        failing.entrySet().stream().filter(entry -> entry.getKey() <= mostFamilies)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Share share(Summary summary) {
    return new Share(
        summary.families(),
        Math.max(0, 1 - summary.errorShare() - summary.timeoutShare()),
        summary.errorShare(),
        summary.timeoutShare());
  }
}
