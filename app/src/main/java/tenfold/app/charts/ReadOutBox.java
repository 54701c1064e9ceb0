package tenfold.app.charts;

import java.util.ArrayList;
import java.util.List;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.look.Ink;

/// A line through the point that is read, dots where it meets the curves, and a small box with their values.
final class ReadOutBox {
  private static final double SIZE = 10.5;
  private static final double LINE_HEIGHT = 15;
  private static final double PADDING = 8;
  private static final double GAP = 12;
  private static final int CORNERS = 16;

  private final String head;
  private final List<Row> rows = new ArrayList<>();
  private final List<Dot> dots = new ArrayList<>();

  /// @param head what all values belong to, such as a time
  ReadOutBox(String head) {
    this.head = head;
  }

  private record Row(String name, String value, Ink ink) {}

  private record Dot(double x, double y, Ink ink) {}

  /// A value of a curve.
  void add(String name, String value, Ink ink) {
    rows.add(new Row(name, value, ink));
  }

  /// Where the curve is.
  void dot(double x, double y, Ink ink) {
    dots.add(new Dot(x, y, ink));
  }

  /// Draws it on the side of `x` where there is more room.
  void draw(Graphic graphic, Frame plot, double x) {
    graphic.fill(Math.rint(x), plot.top() - 4, 1, plot.height() + 4, Ink.TEXT, 0.4);
    dots.forEach(dot -> disc(graphic, dot.x, dot.y, 3, dot.ink));
    double width = graphic.textWidth(head, SIZE, true);
    for (var row : rows) {
      width = Math.max(width,
          graphic.textWidth(row.name, SIZE, false) + GAP + graphic.textWidth(row.value, SIZE, true));
    }
    width += 2 * PADDING;
    double height = 2 * PADDING + LINE_HEIGHT * (rows.size() + 1) - 4;
    double left = x + GAP + width < plot.right() || x - GAP - width < plot.left() - 50 ? x + GAP : x - GAP - width;
    double top = Math.max(2, plot.top() - 8);
    graphic.fill(left - 1, top - 1, width + 2, height + 2, Ink.LINE, 1);
    graphic.fill(left, top, width, height, Ink.PANEL, 1);
    double baseline = top + PADDING + SIZE * 0.8;
    graphic.text(head, left + PADDING, baseline, Anchor.LEFT, SIZE, true, Ink.TEXT);
    for (var row : rows) {
      baseline += LINE_HEIGHT;
      graphic.text(row.name, left + PADDING, baseline, Anchor.LEFT, SIZE, false,
          row.ink == Ink.IDLE ? Ink.MUTED : row.ink);
      graphic.text(row.value, left + width - PADDING, baseline, Anchor.RIGHT, SIZE, true, Ink.TEXT);
    }
  }

  /// A filled circle.
  static void disc(Graphic graphic, double x, double y, double radius, Ink ink) {
    double[] xs = new double[CORNERS];
    double[] ys = new double[CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      xs[i] = x + radius * Math.cos(2 * Math.PI * i / CORNERS);
      ys[i] = y + radius * Math.sin(2 * Math.PI * i / CORNERS);
    }
    graphic.area(xs, ys, CORNERS, ink, 1);
  }
}
