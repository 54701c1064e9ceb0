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
  /// What grows beyond this multiple stands at the edge; its value says how far it is.
  private static final double MOST = 4;

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
    double less = differences.stream().mapToDouble(one -> share(one) - wing(one)).min().orElse(0);
    double more = differences.stream().mapToDouble(one -> share(one) + wing(one)).max().orElse(0);
    double most = Math.clamp(LinearTicks.roundUp(Math.max(more, 0.01)), 0.01, MOST);
    double least = Math.max(-1, -LinearTicks.roundUp(Math.max(-less, 0.01)));
    var axis = new Axis(Math.min(least, -0.2 * most), Math.max(most, -0.2 * least), left, width - 190);
    axis.draw(graphic, HEAD + ROW * differences.size());
    double y = HEAD + ROW / 2;
    for (var one : differences) {
      row(graphic, one, axis, y);
      y += ROW;
    }
  }

  /// Shares of the first design along the chart.
  private record Axis(double least, double most, double from, double to) {
    double at(double share) {
      return from + (to - from) * (Math.clamp(share, least, most) - least) / (most - least);
    }

    void draw(Graphic graphic, double bottom) {
      line(graphic, 0, bottom, Ink.MUTED);
      for (double share : new double[] {least, least / 2, most / 2, most}) {
        if (Math.abs(at(share) - at(0)) > 60) {
          line(graphic, share, bottom, Ink.LINE);
        }
      }
    }

    private void line(Graphic graphic, double share, double bottom, Ink ink) {
      graphic.fill(Math.rint(at(share)), HEAD - 8, 1, bottom - HEAD + 8, ink, 1);
      graphic.text(percent(share), at(share), bottom + 18, Anchor.CENTER, 10.5, false, Ink.MUTED);
    }
  }

  private static void row(Graphic graphic, Difference one, Axis axis, double y) {
    var ink = ink(one);
    double from = axis.at(share(one) - wing(one));
    graphic.fill(from, y - 4, Math.max(1, axis.at(share(one) + wing(one)) - from), 8, ink, 0.3);
    ReadOutBox.disc(graphic, axis.at(share(one)), y, 4.5, ink);
    graphic.text(name(one), axis.from - 14, y + 4, Anchor.RIGHT, SIZE, false, Ink.TEXT);
    var value = wing(one) > 0 ? Texts.get("chart.plusMinus", percent(share(one)), unsigned(wing(one)))
        : percent(share(one));
    graphic.text(value, axis.to + 14, y + 4, Anchor.LEFT, SIZE, true, ink == Ink.IDLE ? Ink.MUTED : ink);
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

  /// Half the width of its interval; 0 when it cannot be known.
  private static double wing(Difference one) {
    double half = one.difference().halfWidth() / one.first().mean();
    return Double.isFinite(half) ? half : 0;
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
