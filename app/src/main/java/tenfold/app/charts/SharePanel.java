package tenfold.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.charts.Growth.Share;
import tenfold.app.look.Ink;
import tenfold.app.look.Texts;

/// What became of the requests, as layers over the number of families that fill the whole from 0 to 100 %.
final class SharePanel {
  private final Graphic graphic;
  private final Frame plot;
  private final LogAxis families;
  private final List<Share> shares;

  SharePanel(Graphic graphic, Frame plot, LogAxis families, List<Share> shares) {
    this.graphic = graphic;
    this.plot = plot;
    this.families = families;
    this.shares = shares;
  }

  /// The texts at the right ends of the layers.
  static List<String> labels(List<Share> shares) {
    return layers(shares).stream().map(layer -> label(layer, shares.getLast())).toList();
  }

  void draw() {
    double size = plot.scaled(10.5);
    var labels = new EndLabels();
    double[] floor = new double[shares.size()];
    for (var layer : layers(shares)) {
      double[] ceiling = new double[shares.size()];
      for (int i = 0; i < ceiling.length; i++) {
        ceiling[i] = floor[i] + layer.part.applyAsDouble(shares.get(i));
      }
      area(floor, ceiling, layer.ink);
      double middle = (floor[floor.length - 1] + ceiling[ceiling.length - 1]) / 2;
      labels.add(label(layer, shares.getLast()), height(middle), layer.ink);
      floor = ceiling;
    }
    for (int percent = 0; percent <= 100; percent += 50) {
      graphic.text(percent + "\u00a0%", plot.left() - plot.scaled(8), height(percent / 100.0) + size * 0.36,
          Anchor.RIGHT, size, false, Ink.MUTED);
    }
    labels.draw(graphic, plot, plot.scaled(12));
  }

  private void area(double[] floor, double[] ceiling, Ink ink) {
    int count = floor.length;
    double[] xs = new double[2 * count];
    double[] ys = new double[2 * count];
    for (int i = 0; i < count; i++) {
      xs[i] = families.at(shares.get(i).families());
      ys[i] = height(ceiling[i]);
      xs[2 * count - 1 - i] = xs[i];
      ys[2 * count - 1 - i] = height(floor[i]);
    }
    graphic.area(xs, ys, 2 * count, ink, 0.45);
  }

  private double height(double share) {
    return plot.bottom() - share * plot.height();
  }

  private static String label(Layer layer, Share last) {
    return String.format(Locale.ROOT, "%s %.0f\u00a0%%", layer.name, 100 * layer.part.applyAsDouble(last));
  }

  /// The layers from bottom to top that are anywhere thick enough to be seen.
  private static List<Layer> layers(List<Share> shares) {
    var layers = new ArrayList<>(List.of(
        new Layer(Texts.get("chart.share.good"), Share::good, Ink.HIT),
        new Layer(Texts.get("chart.share.failed"), Share::failed, Ink.FAILED),
        new Layer(Texts.get("chart.share.timedOut"), Share::timedOut, Ink.TIMED_OUT)));
    layers.removeIf(layer -> shares.stream().mapToDouble(layer.part).max().orElse(0) < 0.005);
    return layers;
  }

  private record Layer(String name, ToDoubleFunction<Share> part, Ink ink) {}
}
