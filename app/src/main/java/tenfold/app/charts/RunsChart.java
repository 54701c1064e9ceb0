package tenfold.app.charts;

import java.util.List;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.look.Ink;
import tenfold.app.look.Texts;
import tenfold.stats.Interval;

/// What each run came to, as a dot, and the interval of their mean, for some measures of response time.
///
/// @param rows the measures
public record RunsChart(List<Row> rows) {
  private static final double ROW = 64;
  private static final double HEAD = 44;
  private static final double FOOT = 34;
  private static final double SIZE = 11.5;

  /// Copies the list.
  public RunsChart {
    rows = List.copyOf(rows);
  }

  /// One measure.
  ///
  /// @param name what it is
  /// @param ink its colour
  /// @param ms its value in each run
  /// @param mean their mean with its interval
  public record Row(String name, Ink ink, List<Double> ms, Interval mean) {}

  /// Height that it needs.
  public double height() {
    return HEAD + ROW * rows.size() + FOOT;
  }

  /// Draws it.
  public void draw(Graphic graphic, double width) {
    graphic.text(Texts.get("chart.runs"), 16, 24, Anchor.LEFT, 13, true, Ink.TEXT);
    double low = rows.stream().flatMap(row -> row.ms.stream()).mapToDouble(ms -> ms).min().orElse(1);
    double high = rows.stream().flatMap(row -> row.ms.stream()).mapToDouble(ms -> ms).max().orElse(10);
    double left = 70;
    double right = width - 170;
    var axis = new LogAxis(Math.max(0.001, low / 1.3), Math.max(0.002, high * 1.3), left, right);
    double bottom = HEAD + ROW * rows.size();
    for (double tick : axis.ticks(6)) {
      graphic.fill(Math.rint(axis.at(tick)), HEAD, 1, bottom - HEAD, Ink.LINE, 1);
      graphic.text(LogAxis.time(tick), axis.at(tick), bottom + 18, Anchor.CENTER, 10.5, false, Ink.MUTED);
    }
    double y = HEAD + ROW / 2;
    for (var row : rows) {
      row(graphic, row, axis, left, right, y);
      y += ROW;
    }
  }

  private static void row(Graphic graphic, Row row, LogAxis axis, double left, double right, double y) {
    graphic.text(row.name, left - 14, y + 4, Anchor.RIGHT, SIZE, false, Ink.TEXT);
    if (row.mean.halfWidth() > 0) {
      double from = axis.at(Math.max(axis.min(), row.mean.low()));
      graphic.fill(from, y - 20, Math.max(1, axis.at(row.mean.high()) - from), 40, row.ink, 0.18);
    }
    for (int i = 0; i < row.ms.size(); i++) {
      ReadOutBox.disc(graphic, axis.at(row.ms.get(i)), y + 5 * (i % 5 - 2), 2.6, row.ink);
    }
    graphic.fill(Math.rint(axis.at(row.mean.mean())), y - 22, 2, 44, row.ink, 1);
    var value = LogAxis.time(row.mean.mean());
    graphic.text(row.mean.halfWidth() > 0
        ? Texts.get("chart.plusMinus", value, LogAxis.time(row.mean.halfWidth())) : value,
        right + 14, y + 4, Anchor.LEFT, SIZE, true, row.ink);
  }
}
