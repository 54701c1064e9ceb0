package tenfold.app.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.look.Ink;

/// Names lines at their right ends, so that a chart needs no legend; labels that would touch are moved apart.
final class EndLabels {
  private final List<Label> labels = new ArrayList<>();

  /// A line that ends at height `y`.
  void add(String text, double y, Ink ink) {
    labels.add(new Label(text, y, ink));
  }

  /// Room that the labels need to the right of the chart.
  static double width(Graphic graphic, List<String> texts, double size) {
    return texts.stream().mapToDouble(text -> graphic.textWidth(text, size, true)).max().orElse(0);
  }

  /// Writes the labels beside the right edge of `plot`.
  void draw(Graphic graphic, Frame plot, double size) {
    double gap = size * 1.3;
    double half = size * 0.36;
    var sorted = labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList();
    double[] ys = sorted.stream().mapToDouble(Label::y).toArray();
    for (int i = 1; i < ys.length; i++) {
      ys[i] = Math.max(ys[i], ys[i - 1] + gap);
    }
    double limit = plot.bottom() - half;
    for (int i = ys.length - 1; i >= 0; i--) {
      ys[i] = Math.min(ys[i], limit);
      limit = ys[i] - gap;
    }
    for (int i = 0; i < ys.length; i++) {
      var label = sorted.get(i);
      graphic.text(label.text, plot.right() + plot.scaled(10), ys[i] + half, Anchor.LEFT, size, true, label.ink);
    }
  }

  private record Label(String text, double y, Ink ink) {}
}
