package tenfold.app.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.experiment.Attempt;

/// The board of attempts: dollars a month against the 95th percentile, goodput as the size of the point. Those that
/// nothing beats are filled and joined.
public final class ParetoChart {
  private static final double SIZE = 11;
  private static final double LARGEST = 13;

  private final List<Attempt> attempts;
  private final List<Attempt> best;

  /// Of these attempts; those without any answer have no place.
  public ParetoChart(List<Attempt> all) {
    attempts = all.stream().filter(attempt -> attempt.p95Ms() > 0).toList();
    best = Attempt.best(all).stream().filter(attempts::contains)
        .sorted(Comparator.comparingDouble(Attempt::dollarsPerMonth)).toList();
  }

  /// Draws it.
  public void draw(Graphic graphic, double width, double height) {
    graphic.text(Texts.get("chart.pareto"), 16, 24, Anchor.LEFT, 13, true, Ink.TEXT);
    graphic.text(Texts.get("chart.pareto.size"), width - 16, 24, Anchor.RIGHT, SIZE, false, Ink.MUTED);
    var plot = new Frame(76, 50, width - 60, height - 50, 1);
    double most = LinearTicks.roundUp(Math.max(1, 1.1 * attempts.stream().mapToDouble(Attempt::dollarsPerMonth).max()
        .orElse(100)));
    var times = LogAxis.covering(0.8 * attempts.stream().mapToDouble(Attempt::p95Ms).min().orElse(10),
        1.25 * attempts.stream().mapToDouble(Attempt::p95Ms).max().orElse(1_000), plot.bottom(), plot.top());
    for (double tick : times.ticks(4)) {
      graphic.fill(plot.left(), Math.rint(times.at(tick)), plot.width(), 1, Ink.LINE, 0.7);
      graphic.text(LogAxis.time(tick), plot.left() - 8, times.at(tick) + 3.5, Anchor.RIGHT, 10.5, false, Ink.MUTED);
    }
    for (double tick : LinearTicks.upTo(most)) {
      graphic.text(tick == 0 ? "$0" : Numbers.dollars(tick), plot.left() + plot.width() * tick / most,
          plot.bottom() + 18, Anchor.CENTER, 10.5, false, Ink.MUTED);
    }
    graphic.text(Texts.get("chart.pareto.axis"), (plot.left() + plot.right()) / 2, height - 10, Anchor.CENTER, SIZE,
        false, Ink.MUTED);
    front(graphic, plot, times, most);
    points(graphic, plot, times, most);
  }

  private void front(Graphic graphic, Frame plot, LogAxis times, double most) {
    double[] xs = best.stream().mapToDouble(one -> x(plot, one, most)).toArray();
    double[] ys = best.stream().mapToDouble(one -> times.at(one.p95Ms())).toArray();
    if (xs.length > 1) {
      graphic.polyline(xs, ys, xs.length, Stroke.dashed(Ink.ACCENT, 1.4));
    }
  }

  private void points(Graphic graphic, Frame plot, LogAxis times, double most) {
    double goodput = attempts.stream().mapToDouble(Attempt::goodputPerSecond).max().orElse(1);
    var taken = new ArrayList<double[]>();
    for (var attempt : attempts) {
      double x = x(plot, attempt, most);
      double y = times.at(attempt.p95Ms());
      double radius = 3 + (LARGEST - 3) * Math.sqrt(Math.max(0, attempt.goodputPerSecond() / Math.max(1e-9, goodput)));
      boolean isBest = best.contains(attempt);
      ReadOutBox.disc(graphic, x, y, radius, isBest ? Ink.ACCENT : Ink.IDLE);
      if (!isBest) {
        ReadOutBox.disc(graphic, x, y, radius - 1.6, Ink.PANEL);
      }
      name(graphic, attempt.name(), isBest, plot, x, y, radius, taken);
    }
  }

  /// Above the point to the right, where the line of the best never goes; higher when another name is there.
  private static void name(Graphic graphic, String name, boolean isBest, Frame plot, double x, double y, double radius,
      List<double[]> taken) {
    double width = graphic.textWidth(name, SIZE, isBest);
    double left = Math.min(x + 0.7 * radius + 3, plot.right() + 54 - width);
    double[] baseline = {y - 0.7 * radius - 3};
    while (taken.stream().anyMatch(one -> Math.abs(one[2] - baseline[0]) < SIZE + 2 && one[0] < left + width
        && left < one[1])) {
      baseline[0] -= SIZE + 2;
    }
    taken.add(new double[] {left, left + width, baseline[0]});
    graphic.text(name, left, baseline[0], Anchor.LEFT, SIZE, isBest, isBest ? Ink.TEXT : Ink.MUTED);
  }

  private static double x(Frame plot, Attempt attempt, double most) {
    return plot.left() + plot.width() * attempt.dollarsPerMonth() / most;
  }
}
