package tenfold.app.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import tenfold.app.charts.TimeChart.Line;
import tenfold.app.charts.ValueAxis.Scale;
import tenfold.app.look.Ink;
import tenfold.app.look.Texts;
import tenfold.component.Families;
import tenfold.run.Bill;
import tenfold.run.Point;
import tenfold.run.Point.NodePoint;

/// The charts of a running system.
public final class LiveCharts {
  private static final int MOST_NODES = 5;
  /// Points that utilisation and queues are averaged over, as all else is in a window.
  private static final int SMOOTHED = 8;

  private final ChartSource source;

  /// Charts of what the source gives at the time of painting.
  public LiveCharts(ChartSource source) {
    this.source = source;
  }

  /// All of them, in the order in which they are offered.
  public List<Chart> all() {
    return List.of(
        new TimeChart("response", Scale.MILLIS, source, LiveCharts::responseTimes, () -> ""),
        new TimeChart("goodput", Scale.RATE, source, LiveCharts::outcomes, () -> ""),
        new GrowthPane(source.growth()),
        new TimeChart("utilisation", Scale.SHARE, source, points -> nodes(points, NodePoint::utilisation), () -> ""),
        new TimeChart("queues", Scale.COUNT, source, LiveCharts::queues,
            () -> Texts.get("chart.queues.none")),
        new TimeChart("cost", Scale.DOLLARS, source, this::costs, () -> ""),
        new TimeChart("wrong", Scale.RATE, source, LiveCharts::wrong, () -> Texts.get("chart.wrong.none")));
  }

  private static List<Line> responseTimes(List<Point> points) {
    return List.of(
        line("chart.p99", Stroke.solid(Ink.IDLE, 1.2), points, Point::p99Ms),
        line("chart.p50", Stroke.solid(Ink.HIT, 1.6), points, Point::p50Ms),
        line("chart.p95", Stroke.solid(Ink.SLOW, 2.2), points, Point::p95Ms));
  }

  /// What never happened has no line.
  private static List<Line> outcomes(List<Point> points) {
    return Stream.of(
        line("chart.errors", Stroke.solid(Ink.FAILED, 1.8), points, Point::errorsPerSecond),
        line("chart.timeouts", Stroke.solid(Ink.TIMED_OUT, 1.8), points, Point::timeoutsPerSecond),
        line("chart.told", Stroke.solid(Ink.SLOW, 1.8), points, point -> point.wrong().perSecond()),
        line("chart.good", Stroke.solid(Ink.HIT, 1.8), points, Point::goodputPerSecond))
        .filter(LiveCharts::isAnything).toList();
  }

  private static List<Line> wrong(List<Point> points) {
    return Stream.of(
        line("chart.wrong.others", Stroke.solid(Ink.TIMED_OUT, 1.8), points, point -> point.wrong().others()),
        line("chart.wrong.sessions", Stroke.solid(Ink.FAILED, 1.8), points, point -> point.wrong().sessions()),
        line("chart.wrong.stale", Stroke.solid(Ink.SLOW, 2.2), points, point -> point.wrong().staleReads()))
        .filter(LiveCharts::isAnything).toList();
  }

  private static List<Line> queues(List<Point> points) {
    return nodes(points, NodePoint::waiting).stream().filter(LiveCharts::isAnything).toList();
  }

  private List<Line> costs(List<Point> points) {
    var prices = source.prices().get();
    return List.of(line("chart.cost.all", Stroke.solid(Ink.CACHE, 2.2), points,
        point -> Bill.of(point, prices).perMonth()));
  }

  /// The nodes that have the most of something, each in the colour of its kind; a second one of a kind is dashed.
  private static List<Line> nodes(List<Point> points, ToDoubleFunction<NodePoint> value) {
    if (points.isEmpty()) {
      return List.of();
    }
    var newest = points.getLast();
    var lines = new ArrayList<Line>();
    for (int i = 0; i < newest.nodes().size(); i++) {
      var name = newest.nodes().get(i).name();
      var component = newest.topology().node(name).map(node -> node.component());
      if (component.isPresent() && !(component.get() instanceof Families)) {
        int hint = i;
        double[] values = smooth(points.stream().mapToDouble(point ->
            point.node(name, hint).map(value::applyAsDouble).orElse(Double.NaN)).toArray());
        lines.add(new Line(name, Stroke.solid(Inks.of(component.get()), 1.8), values));
      }
    }
    return distinct(lines.stream().sorted(Comparator.comparingDouble(LiveCharts::mean).reversed()).limit(MOST_NODES)
        .toList().reversed());
  }

  private static List<Line> distinct(List<Line> lines) {
    var seen = new HashMap<Ink, Integer>();
    var told = new ArrayList<Line>();
    for (var line : lines.reversed()) {
      boolean isSecond = seen.merge(line.stroke().ink(), 1, Integer::sum) % 2 == 0;
      told.addFirst(isSecond
          ? new Line(line.name(), Stroke.dashed(line.stroke().ink(), line.stroke().width()), line.values()) : line);
    }
    return told;
  }

  private static double mean(Line line) {
    double sum = 0;
    for (double value : line.values()) {
      sum += Double.isNaN(value) ? 0 : value;
    }
    return sum;
  }

  private static double[] smooth(double[] values) {
    double[] smooth = new double[values.length];
    double sum = 0;
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        smooth[i] = Double.NaN;
        sum = 0;
        count = 0;
      } else {
        sum += values[i];
        count++;
        if (count > SMOOTHED) {
          sum -= values[i - SMOOTHED];
          count--;
        }
        smooth[i] = Math.max(0, sum / count);
      }
    }
    return smooth;
  }

  private static Line line(String key, Stroke stroke, List<Point> points, ToDoubleFunction<Point> value) {
    return new Line(Texts.get(key), stroke, points.stream().mapToDouble(value).toArray());
  }

  private static boolean isAnything(Line line) {
    for (double value : line.values()) {
      if (value > 0) {
        return true;
      }
    }
    return false;
  }
}
