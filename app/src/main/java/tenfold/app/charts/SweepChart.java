package tenfold.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.look.Ink;
import tenfold.app.look.Texts;

/// Response time over the values of something that was varied: a scale where they are numbers, else a place for each.
///
/// @param title what is shown
/// @param axis what was varied
/// @param values its values, as they are written
/// @param lines response times at them
public record SweepChart(String title, String axis, List<String> values, List<Line> lines) {
  private static final double WIDE = 20;
  private static final double SIZE = 10.5;
  private static final double LABELS = 12;

  /// Copies the lists.
  public SweepChart {
    values = List.copyOf(values);
    lines = List.copyOf(lines);
  }

  /// One line.
  ///
  /// @param name what it is
  /// @param ink its colour
  /// @param isDashed whether it is broken
  /// @param ms its values in milliseconds; NaN leaves a gap
  /// @param halfWidths half the widths of the bands around them; NaN for none
  public record Line(String name, Ink ink, boolean isDashed, double[] ms, double[] halfWidths) {}

  /// Draws it with the title at the top.
  public void draw(Graphic graphic, double width, double height) {
    double size = SIZE + 1;
    graphic.text(title, 16, 24, Anchor.LEFT, 13, true, Ink.TEXT);
    double room = EndLabels.width(graphic, lines.stream().map(this::label).toList(), size);
    var plot = new Frame(76, 46, width - room - 30, height - 48, 1);
    var times = times(plot);
    for (double tick : times.ticks(4)) {
      graphic.fill(plot.left(), Math.rint(times.at(tick)), plot.width(), 1, Ink.LINE, 0.7);
      graphic.text(LogAxis.time(tick), plot.left() - 8, times.at(tick) + 3.5, Anchor.RIGHT, SIZE, false, Ink.MUTED);
    }
    double[] xs = places(plot);
    labels(graphic, plot, xs);
    graphic.text(axis, (plot.left() + plot.right()) / 2, height - 10, Anchor.CENTER, SIZE + 1, false, Ink.MUTED);
    var ends = new EndLabels();
    for (var line : lines) {
      band(graphic, line, xs, times);
      line(graphic, line, xs, times);
      int last = lastKnown(line);
      if (last >= 0) {
        ends.add(label(line), times.at(line.ms[last]), line.ink);
      }
    }
    ends.draw(graphic, plot, size);
  }

  private LogAxis times(Frame plot) {
    var known = lines.stream().flatMap(line -> java.util.Arrays.stream(line.ms).boxed()).filter(ms -> ms > 0).toList();
    return LogAxis.covering(known.stream().mapToDouble(ms -> ms).min().orElse(10),
        known.stream().mapToDouble(ms -> ms).max().orElse(1_000), plot.bottom(), plot.top());
  }

  private double[] places(Frame plot) {
    double[] numbers = numbers();
    double[] xs = new double[values.size()];
    double least = java.util.Arrays.stream(numbers).min().orElse(0);
    double most = java.util.Arrays.stream(numbers).max().orElse(1);
    for (int i = 0; i < xs.length; i++) {
      double share = numbers.length == 0 || most == least ? (i + 0.5) / xs.length
          : least > 0 && most / least >= WIDE ? Math.log(numbers[i] / least) / Math.log(most / least)
          : (numbers[i] - least) / (most - least);
      xs[i] = plot.left() + share * plot.width();
    }
    return xs;
  }

  /// The values as numbers; none when one of them is not.
  private double[] numbers() {
    try {
      return values.stream().mapToDouble(value -> Double.parseDouble(value.replace(",", ""))).toArray();
    } catch (NumberFormatException words) {
      return new double[0];
    }
  }

  private void labels(Graphic graphic, Frame plot, double[] xs) {
    double free = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < xs.length; i++) {
      double half = graphic.textWidth(values.get(i), SIZE, false) / 2;
      graphic.fill(Math.rint(xs[i]), plot.bottom(), 1, 4, Ink.LINE, 1);
      if (xs[i] - half > free) {
        graphic.text(values.get(i), xs[i], plot.bottom() + 17, Anchor.CENTER, SIZE, false, Ink.MUTED);
        free = xs[i] + half + LABELS;
      }
    }
  }

  private static void band(Graphic graphic, Line line, double[] xs, LogAxis times) {
    var edges = new ArrayList<double[]>();
    for (int i = 0; i < xs.length; i++) {
      if (line.ms[i] > 0 && line.halfWidths[i] > 0) {
        edges.add(new double[] {xs[i], times.at(line.ms[i] + line.halfWidths[i]),
            times.at(Math.max(times.min(), line.ms[i] - line.halfWidths[i]))});
      }
    }
    int count = edges.size();
    double[] bandXs = new double[2 * count];
    double[] bandYs = new double[2 * count];
    for (int i = 0; i < count; i++) {
      bandXs[i] = edges.get(i)[0];
      bandYs[i] = edges.get(i)[1];
      bandXs[2 * count - 1 - i] = edges.get(i)[0];
      bandYs[2 * count - 1 - i] = edges.get(i)[2];
    }
    if (count > 1) {
      graphic.area(bandXs, bandYs, 2 * count, line.ink, 0.2);
    }
  }

  private static void line(Graphic graphic, Line line, double[] xs, LogAxis times) {
    double[] lineXs = new double[xs.length];
    double[] lineYs = new double[xs.length];
    int count = 0;
    for (int i = 0; i < xs.length; i++) {
      if (line.ms[i] > 0) {
        lineXs[count] = xs[i];
        lineYs[count++] = times.at(line.ms[i]);
        ReadOutBox.disc(graphic, xs[i], times.at(line.ms[i]), 3, line.ink);
      }
    }
    if (count > 1) {
      graphic.polyline(lineXs, lineYs, count, new Stroke(line.ink, 1, 2, line.isDashed));
    }
  }

  private static int lastKnown(Line line) {
    int last = line.ms.length - 1;
    while (last >= 0 && !(line.ms[last] > 0)) {
      last--;
    }
    return last;
  }

  private String label(Line line) {
    int last = lastKnown(line);
    return last < 0 ? line.name : Texts.get("chart.end", line.name, LogAxis.time(line.ms[last]));
  }

  /// Its numbers: a line for each value.
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(Stream.concat(Stream.of(axis), lines.stream().flatMap(line ->
        Stream.of(line.name + ".ms", line.name + ".halfWidthMs"))).toList());
    for (int i = 0; i < values.size(); i++) {
      int index = i;
      rows.add(Stream.concat(Stream.of(values.get(i)), lines.stream().flatMap(line ->
          Stream.of(number(line.ms[index]), number(line.halfWidths[index])))).toList());
    }
    return rows;
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }
}
