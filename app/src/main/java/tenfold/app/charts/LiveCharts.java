package tenfold.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.live.Workbench.Mark;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.run.Point;

/// The charts of a running system over simulated time: response time, goodput and errors, and the line of edits.
public final class LiveCharts {
  private static final double TITLE_SIZE = 12;
  private static final double LABEL_SIZE = 10.5;
  private static final double TITLE_HEIGHT = 30;
  private static final double AXIS_WIDTH = 56;
  private static final double BOTTOM = 26;
  private static final double LABEL_GAP = 10;
  private static final double EDGE = 12;
  private static final int GRID_LINES = 4;

  private final Supplier<List<Point>> points;
  private final Supplier<List<Mark>> marks;

  /// Charts of what the suppliers give at the time of painting.
  public LiveCharts(Supplier<List<Point>> points, Supplier<List<Mark>> marks) {
    this.points = points;
    this.marks = marks;
  }

  /// Makes `view` show response time percentiles on a logarithmic axis.
  public void responseTime(ChartView view) {
    view.painter((graphic, frame) -> {
      var shown = TimeAxis.newest(points.get());
      title(graphic, frame, Texts.get("chart.response"), Texts.get("chart.percentiles"));
      double low = shown.stream().mapToDouble(Point::p50Ms).filter(ms -> ms > 0).min().orElse(20);
      double high = shown.stream().mapToDouble(Point::p99Ms).filter(ms -> ms > 0).max().orElse(500);
      var last = shown.isEmpty() ? null : shown.getLast();
      var lines = List.of(
          new Line(Point::p99Ms, Ink.IDLE, 1.2, label("chart.p99", last == null ? Double.NaN : last.p99Ms())),
          new Line(Point::p50Ms, Ink.HIT, 1.6, label("chart.p50", last == null ? Double.NaN : last.p50Ms())),
          new Line(Point::p95Ms, Ink.SLOW, 2.2, label("chart.p95", last == null ? Double.NaN : last.p95Ms())));
      var plot = plot(graphic, frame, lines);
      var axis = LogAxis.covering(Math.min(low, 20), Math.max(high, 200), plot.bottom(), plot.top());
      for (double tick : axis.ticks(GRID_LINES)) {
        gridLine(graphic, plot, axis.at(tick), LogAxis.time(tick));
      }
      curves(graphic, plot, shown, lines, axis::at);
    });
  }

  /// Makes `view` show good answers, errors, time-outs, and what was told and is not so, a second.
  public void goodput(ChartView view) {
    view.painter((graphic, frame) -> {
      var shown = TimeAxis.newest(points.get());
      title(graphic, frame, Texts.get("chart.goodput"), Texts.get("chart.perSecond"));
      double high = shown.stream()
          .flatMapToDouble(p -> DoubleStream.of(
              p.goodputPerSecond(), p.errorsPerSecond(), p.timeoutsPerSecond(), p.wrongPerSecond()))
          .max().orElse(0);
      var last = shown.isEmpty() ? null : shown.getLast();
      var lines = new ArrayList<Line>();
      lines.add(rate(Point::errorsPerSecond, Ink.FAILED, "chart.errors", shown, last));
      lines.add(rate(Point::timeoutsPerSecond, Ink.TIMED_OUT, "chart.timeouts", shown, last));
      lines.add(rate(Point::wrongPerSecond, Ink.SLOW, "chart.wrong", shown, last));
      lines.add(rate(Point::goodputPerSecond, Ink.HIT, "chart.good", shown, last));
      var plot = plot(graphic, frame, lines);
      double top = LinearTicks.roundUp(Math.max(high, 10));
      for (double tick : LinearTicks.upTo(top)) {
        gridLine(graphic, plot, linear(plot, tick, top), Numbers.count(Math.round(tick)));
      }
      curves(graphic, plot, shown, lines, value -> linear(plot, value, top));
    });
  }

  /// Makes `view` show a growth curve.
  public static void growth(ChartView view, Supplier<Growth> growth) {
    view.painter((graphic, frame) ->
        GrowthChart.draw(growth.get(), graphic, frame.left(), frame.top(), frame.width(), frame.height()));
  }

  /// @param value what is drawn
  /// @param label what stands at the line's end; empty for nothing
  private record Line(ToDoubleFunction<Point> value, Ink ink, double width, String label) {}

  /// A line that stays at zero needs no label.
  private static Line rate(
      ToDoubleFunction<Point> value, Ink ink, String key, List<Point> shown, @Nullable Point last) {
    boolean isQuiet = shown.stream().mapToDouble(value).allMatch(rate -> rate == 0);
    return new Line(value, ink, isQuiet ? 0 : 1.8,
        last == null || isQuiet ? "" : Texts.get(key, Numbers.perSecond(value.applyAsDouble(last))));
  }

  private static String label(String key, double millis) {
    return Texts.get("chart.end", Texts.get(key), Numbers.millis(millis));
  }

  private static void title(Graphic graphic, Frame frame, String title, String unit) {
    graphic.text(title, frame.left() + 12, frame.top() + 20, Anchor.LEFT, TITLE_SIZE, true, Ink.TEXT);
    graphic.text(unit, frame.right() - 12, frame.top() + 20, Anchor.RIGHT, LABEL_SIZE + 0.5, false, Ink.MUTED);
  }

  /// Leaves room for the widest label that the lines may get, so that the plot does not jump.
  private static Frame plot(Graphic graphic, Frame frame, List<Line> lines) {
    double labels = EndLabels.width(graphic, lines.stream().map(Line::label).toList(), LABEL_SIZE);
    double room = Math.max(72, LABEL_GAP + labels + EDGE);
    return new Frame(frame.left() + AXIS_WIDTH, frame.top() + TITLE_HEIGHT + 8, frame.right() - room,
        frame.bottom() - BOTTOM, 1);
  }

  private static void gridLine(Graphic graphic, Frame plot, double y, String label) {
    graphic.fill(plot.left(), Math.rint(y), plot.width(), 1, Ink.LINE, 0.7);
    graphic.text(label, plot.left() - 6, y + 3.5, Anchor.RIGHT, LABEL_SIZE, false, Ink.MUTED);
  }

  /// Simulated time below the plot. A label at an end stays between the ends, and one that would touch is left out.
  private static void times(Graphic graphic, Frame plot, TimeAxis axis) {
    double free = plot.left();
    for (var tick : axis.ticks()) {
      double half = graphic.textWidth(tick.label(), LABEL_SIZE, false) / 2;
      double x = Math.clamp(axis.at(tick.seconds()), plot.left() + half, plot.right() - half);
      graphic.fill(Math.rint(axis.at(tick.seconds())), plot.bottom(), 1, 4, Ink.LINE, 1);
      if (x - half >= free) {
        graphic.text(tick.label(), x, plot.bottom() + 16, Anchor.CENTER, LABEL_SIZE, false, Ink.MUTED);
        free = x + half + LABEL_GAP;
      }
    }
  }

  /// The student's own hand, or what went wrong.
  private static Ink ink(Mark mark) {
    return mark.isFault() ? Ink.FAILED : Ink.ACCENT;
  }

  private static double linear(Frame plot, double value, double top) {
    return plot.bottom() - plot.height() * Math.clamp(value / top, 0, 1);
  }

  private void curves(Graphic graphic, Frame plot, List<Point> shown, List<Line> lines,
      java.util.function.DoubleUnaryOperator height) {
    var axis = TimeAxis.of(shown, plot.left(), plot.right());
    times(graphic, plot, axis);
    for (var mark : marks.get()) {
      if (axis.shows(mark.seconds())) {
        double x = Math.rint(axis.at(mark.seconds())) + 0.5;
        graphic.polyline(new double[] {x, x}, new double[] {plot.top() - 4, plot.bottom()}, 2, ink(mark), 1, true);
      }
    }
    var labels = new EndLabels();
    for (var line : lines) {
      double end = curve(graphic, shown, line, axis, height);
      if (!line.label.isEmpty() && !Double.isNaN(end)) {
        labels.add(line.label, end, line.ink == Ink.IDLE ? Ink.MUTED : line.ink);
      }
    }
    labels.draw(graphic, plot, LABEL_SIZE);
  }

  /// Draws one line, broken where there is no value; returns its last height, NaN when there is none.
  private static double curve(
      Graphic graphic, List<Point> shown, Line line, TimeAxis axis, java.util.function.DoubleUnaryOperator height) {
    double[] xs = new double[shown.size()];
    double[] ys = new double[shown.size()];
    int count = 0;
    for (var point : shown) {
      double value = line.value.applyAsDouble(point);
      if (Double.isNaN(value)) {
        stroke(graphic, xs, ys, count, line);
        count = 0;
      } else {
        xs[count] = axis.at(point.seconds());
        ys[count++] = height.applyAsDouble(value);
      }
    }
    stroke(graphic, xs, ys, count, line);
    return count == 0 ? Double.NaN : ys[count - 1];
  }

  private static void stroke(Graphic graphic, double[] xs, double[] ys, int count, Line line) {
    if (count > 1 && line.width > 0) {
      graphic.polyline(xs, ys, count, line.ink, line.width, false);
    }
  }
}
