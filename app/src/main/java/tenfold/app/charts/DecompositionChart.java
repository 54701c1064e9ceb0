package tenfold.app.charts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.experiment.Decomposition;
import tenfold.experiment.Decomposition.Part;
import tenfold.run.Breakdown.Doing;

/// What response times are made of, over the number of families: a column for each, in which the network, the work and
/// the waiting of each node fill the whole. The mean response time stands above the column; the whisker at the bottom
/// of the waiting is the confidence interval of its share.
public final class DecompositionChart {
  private static final double SIZE = 10.5;
  private static final double LEAST_SHARE = 0.02;
  private static final double LEAST_HEIGHT = 15;
  private static final double GAP = 0.22;

  private final List<Decomposition> columns;
  private final List<Part> parts;

  /// Of these, by rising number of families.
  public DecompositionChart(List<Decomposition> all) {
    columns = List.copyOf(all);
    parts = all.stream().flatMap(one -> one.layers().stream().filter(layer -> one.share(layer) >= LEAST_SHARE))
        .map(Decomposition.Layer::part).distinct()
        .sorted(Comparator.<Part>comparingInt(part -> layer(part.doing()))
            .thenComparing(Comparator.<Part>comparingDouble(this::most).reversed()).thenComparing(Part::node)).toList();
  }

  /// The network at the bottom, the waiting at the top.
  private static int layer(Doing doing) {
    return switch (doing) {
      case NETWORK -> 0;
      case WORKING -> 1;
      case WAITING -> 2;
    };
  }

  /// The parts that are anywhere large enough to be seen, from bottom to top.
  public List<Part> parts() {
    return parts;
  }

  /// A part in words.
  public static String name(Part part) {
    return switch (part.doing()) {
      case NETWORK -> Texts.get("why.network");
      case WORKING -> Texts.get("parts.working", part.node());
      case WAITING -> part.node().isEmpty() ? Texts.get("why.between") : Texts.get("parts.waiting", part.node());
    };
  }

  private double most(Part part) {
    return columns.stream().mapToDouble(column -> share(column, part)).max().orElse(0);
  }

  private static double share(Decomposition column, Part part) {
    return column.layers().stream().filter(layer -> layer.part().equals(part)).mapToDouble(column::share).sum();
  }

  /// Draws it with the title at the top.
  public void draw(Graphic graphic, double width, double height) {
    graphic.text(Texts.get("chart.parts"), 16, 24, Anchor.LEFT, 13, true, Ink.TEXT);
    legend(graphic, width);
    var last = columns.stream().filter(column -> column.sampled() > 0).reduce((_, later) -> later);
    var labels = last.stream().flatMap(column -> parts.stream().map(part -> label(column, part))).toList();
    var plot = new Frame(60, 66, width - EndLabels.width(graphic, labels, SIZE + 1) - 30, height - 48, 1);
    for (int percent = 0; percent <= 100; percent += 50) {
      graphic.text(percent + "\u00a0%", plot.left() - 8, y(plot, percent / 100.0) + 3.5, Anchor.RIGHT, SIZE, false,
          Ink.MUTED);
    }
    graphic.text(Texts.get("chart.families"), (plot.left() + plot.right()) / 2, height - 10, Anchor.CENTER, SIZE + 1,
        false, Ink.MUTED);
    for (int i = 0; i < columns.size(); i++) {
      column(graphic, plot, i);
    }
    last.ifPresent(column -> ends(graphic, plot, column));
  }

  /// What the colours mean, as in the waterfall of one request.
  private static void legend(Graphic graphic, double width) {
    double right = width - 16;
    for (var doing : List.of(Doing.NETWORK, Doing.WORKING, Doing.WAITING)) {
      var words = Texts.get("parts." + doing);
      graphic.text(words, right, 24, Anchor.RIGHT, SIZE, false, Ink.MUTED);
      right -= graphic.textWidth(words, SIZE, false) + 14;
      graphic.fill(right, 15, 10, 10, ink(doing), 1);
      right -= 16;
    }
  }

  private void column(Graphic graphic, Frame plot, int index) {
    var column = columns.get(index);
    double step = plot.width() / columns.size();
    double left = plot.left() + (index + GAP / 2) * step;
    double width = (1 - GAP) * step;
    double middle = left + width / 2;
    graphic.text(LogAxis.count(column.families()), middle, plot.bottom() + 17, Anchor.CENTER, SIZE, false, Ink.MUTED);
    graphic.text(column.sampled() == 0 ? "–" : LogAxis.time(column.meanMs().mean()), middle, plot.top() - 7,
        Anchor.CENTER, SIZE, true, Ink.TEXT);
    double below = 0;
    for (var part : parts) {
      double share = share(column, part);
      double top = y(plot, below + share);
      double high = y(plot, below) - top;
      graphic.fill(left, top, width, Math.max(0, high - 1), ink(part.doing()), 0.85);
      if (high >= LEAST_HEIGHT && graphic.textWidth(part.node(), SIZE, false) < width - 6) {
        graphic.text(part.node(), middle, top + high / 2 + 3.5, Anchor.CENTER, SIZE, true, Ink.PANEL);
      }
      below += share;
    }
    if (column.sampled() > 0) {
      double top = y(plot, 1);
      graphic.fill(left, top, width, Math.max(0, y(plot, below) - top), Ink.LINE, 1);
      whisker(graphic, plot, left + Math.min(12, width / 5), column);
    }
  }

  private static void whisker(Graphic graphic, Frame plot, double x, Decomposition column) {
    double half = column.waitingShare().halfWidth();
    if (half > 0) {
      double share = 1 - column.waitingShare().mean();
      double top = y(plot, Math.min(1, share + half));
      double bottom = y(plot, Math.max(0, share - half));
      graphic.fill(Math.rint(x) - 1, top, 2, Math.max(1, bottom - top), Ink.TEXT, 1);
      graphic.fill(x - 5, top - 0.5, 10, 1.5, Ink.TEXT, 1);
      graphic.fill(x - 5, bottom - 0.5, 10, 1.5, Ink.TEXT, 1);
    }
  }

  private void ends(Graphic graphic, Frame plot, Decomposition last) {
    var labels = new EndLabels();
    double below = 0;
    for (var part : parts) {
      double share = share(last, part);
      if (share >= LEAST_SHARE) {
        labels.add(label(last, part), y(plot, below + share / 2), ink(part.doing()));
      }
      below += share;
    }
    labels.draw(graphic, plot, SIZE + 1);
  }

  private static String label(Decomposition column, Part part) {
    return Texts.get("parts.end", name(part), Numbers.percent(share(column, part)));
  }

  private static double y(Frame plot, double share) {
    return plot.bottom() - plot.height() * Math.clamp(share, 0, 1);
  }

  private static Ink ink(Doing doing) {
    return switch (doing) {
      case NETWORK -> Ink.IDLE;
      case WORKING -> Ink.HIT;
      case WAITING -> Ink.FAILED;
    };
  }

  /// Its numbers: a line for each number of families, with all parts.
  public List<List<String>> table() {
    var all = columns.stream().flatMap(column -> column.layers().stream()).map(Decomposition.Layer::part).distinct()
        .toList();
    var head = Stream.concat(Stream.of("families", "sampled", "mean.ms", "mean.halfWidthMs"),
        all.stream().flatMap(part -> Stream.of(name(part) + ".ms", name(part) + ".halfWidthMs"))).toList();
    return Stream.concat(Stream.of(head), columns.stream().map(column -> Stream.concat(
        Stream.of(Integer.toString(column.families()), Integer.toString(column.sampled()),
            number(column.meanMs().mean()), number(column.meanMs().halfWidth())),
        all.stream().map(part -> layer(column, part)).flatMap(layer -> Stream.of(
            number(layer.map(one -> one.ms().mean()).orElse(0.0)),
            number(layer.map(one -> one.ms().halfWidth()).orElse(0.0))))).toList())).toList();
  }

  private static Optional<Decomposition.Layer> layer(Decomposition column, Part part) {
    return column.layers().stream().filter(layer -> layer.part().equals(part)).findFirst();
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }
}
