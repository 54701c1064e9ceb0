package tenfold.app.charts;

import java.util.List;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.look.Ink;
import tenfold.app.look.Texts;
import tenfold.experiment.Comparison.Difference;

/// Differences between two designs, each as a share of the first with its interval, beside the line of no difference.
public final class DifferenceChart {
  private static final double SIZE = 11.5;
  private static final double ROW = 34;
  private static final double HEAD = 58;
  private static final double FOOT = 30;

  private final List<Difference> differences;

  /// Of these differences; those that cannot be known, and those whose first value is 0, are left out.
  public DifferenceChart(List<Difference> all) {
    differences = all.stream().filter(one -> one.first().mean() > 0 && Double.isFinite(one.difference().mean()))
        .toList();
  }

  /// Height that it needs.
  public double height() {
    return HEAD + ROW * Math.max(1, differences.size()) + FOOT;
  }

  /// Draws it.
  public void draw(Graphic graphic, double width) {
    graphic.text(Texts.get("chart.difference"), 16, 24, Anchor.LEFT, 13, true, Ink.TEXT);
    double left = 30 + differences.stream().mapToDouble(one -> graphic.textWidth(name(one), SIZE, false)).max()
        .orElse(100);
    double right = width - 190;
    double most = LinearTicks.roundUp(Math.max(0.01, differences.stream()
        .mapToDouble(one -> Math.min(2, Math.abs(share(one)) + (known(half(one)) ? half(one) : 0))).max().orElse(0.1)));
    double middle = (left + right) / 2;
    double unit = (right - left) / 2 / most;
    axis(graphic, middle, unit, most, HEAD + ROW * differences.size());
    double y = HEAD + ROW / 2;
    for (var one : differences) {
      row(graphic, one, middle, unit, y, left, right);
      y += ROW;
    }
  }

  private static void axis(Graphic graphic, double middle, double unit, double most, double bottom) {
    for (double share : new double[] {-most, -most / 2, 0, most / 2, most}) {
      double x = Math.rint(middle + share * unit);
      graphic.fill(x, HEAD - 8, 1, bottom - HEAD + 8, share == 0 ? Ink.MUTED : Ink.LINE, 1);
      graphic.text(percent(share), x, bottom + 18, Anchor.CENTER, 10.5, false, Ink.MUTED);
    }
  }

  private static void row(Graphic graphic, Difference one, double middle, double unit, double y, double left,
      double right) {
    var ink = ink(one);
    double x = Math.clamp(middle + share(one) * unit, left, right);
    if (known(half(one))) {
      double from = Math.clamp(middle + (share(one) - half(one)) * unit, left, right);
      double to = Math.clamp(middle + (share(one) + half(one)) * unit, left, right);
      graphic.fill(from, y - 4, Math.max(1, to - from), 8, ink, 0.3);
    }
    ReadOutBox.disc(graphic, x, y, 4.5, ink);
    graphic.text(name(one), left - 14, y + 4, Anchor.RIGHT, SIZE, false, Ink.TEXT);
    var value = known(half(one)) ? Texts.get("chart.plusMinus", percent(share(one)), unsigned(half(one)))
        : percent(share(one));
    graphic.text(value, right + 14, y + 4, Anchor.LEFT, SIZE, true, ink == Ink.IDLE ? Ink.MUTED : ink);
  }

  private static String name(Difference one) {
    return Texts.get("measure." + one.measure());
  }

  private static Ink ink(Difference one) {
    return switch (one.verdict()) {
      case BETTER -> Ink.HIT;
      case WORSE -> Ink.FAILED;
      case NOT_SHOWN, SAME -> Ink.IDLE;
    };
  }

  private static double share(Difference one) {
    return one.difference().mean() / one.first().mean();
  }

  private static double half(Difference one) {
    return one.difference().halfWidth() / one.first().mean();
  }

  private static boolean known(double value) {
    return Double.isFinite(value);
  }

  private static String percent(double share) {
    return (share > 0 ? "+" : share < 0 ? "−" : "") + unsigned(share);
  }

  private static String unsigned(double share) {
    double percent = Math.abs(100 * share);
    var pattern = percent < 9.95 && percent > 0 ? "%.1f\u00a0%%" : "%.0f\u00a0%%";
    return String.format(java.util.Locale.ROOT, pattern, percent);
  }
}
