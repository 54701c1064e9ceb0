package tenfold.app.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.charts.ValueAxis.Scale;
import tenfold.app.live.Workbench.Mark;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.run.Point;

/// A chart of a running system over simulated time: some lines, with edits and events marked, and the same lines of a
/// pinned run behind them.
///
/// @param id its name in settings and files
/// @param scale what its upright axis measures
/// @param source where points and marks come from
/// @param lines the lines of some points, those in front last
/// @param nothing what is said when there is no line to draw; empty for nothing
record TimeChart(String id, Scale scale, ChartSource source, Function<List<Point>, List<Line>> lines,
    Supplier<String> nothing) implements Chart {
  private static final double LABEL_SIZE = 10.5;
  private static final double AXIS_WIDTH = 56;
  private static final double BOTTOM = 26;
  private static final double LABEL_GAP = 10;
  private static final double EDGE = 12;

  /// One line.
  ///
  /// @param name what it is
  /// @param stroke how it is drawn
  /// @param values one for each point; NaN leaves a gap
  record Line(String name, Stroke stroke, double[] values) {
    /// The newest value; NaN when there is none.
    double last() {
      return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    private DoubleStream known() {
      return Arrays.stream(values).filter(value -> !Double.isNaN(value));
    }
  }

  @Override
  public void draw(Graphic graphic, Frame frame, View view) {
    var shown = TimeAxis.newest(source.points().get());
    var drawn = lines.apply(shown);
    var plot = plot(graphic, frame, view, drawn);
    var axis = TimeAxis.of(shown, plot.left(), plot.right());
    var pinned = view.pinned().stream().filter(point -> axis.shows(point.seconds())).toList();
    var behind = lines.apply(pinned).stream()
        .filter(line -> drawn.isEmpty() || drawn.stream().anyMatch(one -> one.name.equals(line.name))).toList();
    title(graphic, frame, view);
    var values = values(drawn, behind, plot);
    values.ticks().forEach(tick -> gridLine(graphic, plot, values.at().applyAsDouble(tick.value()), tick.label()));
    times(graphic, plot, axis);
    marks(axis).forEach(mark -> markLine(graphic, plot, axis, mark));
    if (drawn.isEmpty() && !nothing.get().isEmpty()) {
      graphic.text(nothing.get(), (plot.left() + plot.right()) / 2, plot.top() + 0.3 * plot.height(),
          Anchor.CENTER, LABEL_SIZE + 1, false, Ink.MUTED);
    }
    behind.forEach(line -> curve(graphic, pinned, line.values, line.stroke.faint(), axis, values));
    drawn.forEach(line -> curve(graphic, shown, line.values, line.stroke, axis, values));
    endLabels(graphic, plot, drawn, values);
    view.pointer().ifPresent(x -> readOut(graphic, plot, shown, drawn, axis, values, x));
  }

  @Override
  public List<List<String>> table() {
    var points = source.points().get();
    var columns = lines.apply(points);
    var rows = new ArrayList<List<String>>();
    rows.add(Stream.concat(Stream.of("seconds"), columns.stream().map(Line::name)).toList());
    for (int i = 0; i < points.size(); i++) {
      int index = i;
      rows.add(Stream.concat(Stream.of(points.get(i).seconds()), columns.stream().map(line -> line.values[index]))
          .map(value -> Double.isFinite(value) ? Double.toString(value) : "").toList());
    }
    return rows;
  }

  private void title(Graphic graphic, Frame frame, View view) {
    if (view.showsTitle()) {
      graphic.text(title(), frame.left() + EDGE, frame.top() + 20, Anchor.LEFT, 13, true, Ink.TEXT);
    }
    var unit = Texts.get(view.pinned().isEmpty() ? "chart.unit." + id : "chart.unit.pinned",
        Texts.get("chart.unit." + id));
    if (view.showsTitle()) {
      graphic.text(unit, frame.right() - EDGE, frame.top() + 20, Anchor.RIGHT, LABEL_SIZE + 0.5, false, Ink.MUTED);
    } else {
      graphic.text(unit, frame.left() + EDGE, frame.top() + 8, Anchor.LEFT, LABEL_SIZE, false, Ink.MUTED);
    }
  }

  private ValueAxis values(List<Line> drawn, List<Line> behind, Frame plot) {
    var all = Stream.concat(drawn.stream(), behind.stream()).toList();
    double low = all.stream().flatMapToDouble(Line::known).filter(value -> value > 0).min().orElse(20);
    double high = all.stream().flatMapToDouble(Line::known).max().orElse(0);
    return scale.axis(low, high, plot);
  }

  private List<Mark> marks(TimeAxis axis) {
    return source.marks().get().stream().filter(mark -> axis.shows(mark.seconds())).toList();
  }

  private String label(Line line) {
    return Texts.get("chart.end", line.name, scale.text(line.last()));
  }

  /// Leaves room for the widest label that the lines may get, so that the plot does not jump.
  private Frame plot(Graphic graphic, Frame frame, View view, List<Line> drawn) {
    double labels = EndLabels.width(graphic, drawn.stream().map(this::label).toList(), LABEL_SIZE);
    double room = Math.min(frame.width() * 0.42, Math.max(72, LABEL_GAP + labels + EDGE));
    return new Frame(frame.left() + AXIS_WIDTH, frame.top() + (view.showsTitle() ? 44 : 22), frame.right() - room,
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

  private static void markLine(Graphic graphic, Frame plot, TimeAxis axis, Mark mark) {
    double x = Math.rint(axis.at(mark.seconds())) + 0.5;
    graphic.polyline(new double[] {x, x}, new double[] {plot.top() - 4, plot.bottom()}, 2,
        Stroke.dashed(ink(mark), 1));
  }

  /// The student's own hand, or what went wrong.
  static Ink ink(Mark mark) {
    return mark.isFault() ? Ink.FAILED : Ink.ACCENT;
  }

  private void endLabels(Graphic graphic, Frame plot, List<Line> drawn, ValueAxis values) {
    var labels = new EndLabels();
    for (var line : drawn) {
      if (!Double.isNaN(line.last())) {
        labels.add(label(line), values.at().applyAsDouble(line.last()),
            line.stroke.ink() == Ink.IDLE ? Ink.MUTED : line.stroke.ink());
      }
    }
    labels.draw(graphic, plot, LABEL_SIZE);
  }

  /// Draws one line, broken where there is no value.
  private static void curve(
      Graphic graphic, List<Point> points, double[] heights, Stroke stroke, TimeAxis axis, ValueAxis values) {
    double[] xs = new double[points.size()];
    double[] ys = new double[points.size()];
    int count = 0;
    for (int i = 0; i < heights.length; i++) {
      if (Double.isNaN(heights[i])) {
        stroke(graphic, xs, ys, count, stroke);
        count = 0;
      } else {
        xs[count] = axis.at(points.get(i).seconds());
        ys[count++] = values.at().applyAsDouble(heights[i]);
      }
    }
    stroke(graphic, xs, ys, count, stroke);
  }

  private static void stroke(Graphic graphic, double[] xs, double[] ys, int count, Stroke stroke) {
    if (count > 1) {
      graphic.polyline(xs, ys, count, stroke);
    }
  }

  /// The values at the point nearest to the pointer, beside a line through it.
  private void readOut(Graphic graphic, Frame plot, List<Point> shown, List<Line> drawn, TimeAxis axis,
      ValueAxis values, double pointer) {
    nearest(shown, axis, pointer).ifPresent(index -> {
      double x = axis.at(shown.get(index).seconds());
      var box = new ReadOutBox(Texts.get("chart.at", Numbers.duration(shown.get(index).seconds())));
      for (var line : drawn.reversed()) {
        double value = line.values[index];
        if (!Double.isNaN(value)) {
          box.add(line.name, scale.text(value), line.stroke.ink());
          box.dot(x, values.at().applyAsDouble(value), line.stroke.ink());
        }
      }
      marks(axis).stream().filter(mark -> Math.abs(axis.at(mark.seconds()) - x) < 4)
          .forEach(mark -> box.add(mark.label(), "", ink(mark)));
      box.draw(graphic, plot, x);
    });
  }

  private static Optional<Integer> nearest(List<Point> shown, TimeAxis axis, double pointer) {
    int best = -1;
    for (int i = 0; i < shown.size(); i++) {
      if (best < 0 || Math.abs(axis.at(shown.get(i).seconds()) - pointer)
          < Math.abs(axis.at(shown.get(best).seconds()) - pointer)) {
        best = i;
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(best);
  }
}
