package tenfold.app.charts;

import tenfold.app.look.Ink;

/// A surface that charts are drawn on: the window's canvas, a picture, a text. Coordinates are in pixels from the top
/// left corner.
public interface Graphic {
  /// Where a text stands relative to its point.
  enum Anchor { LEFT, CENTER, RIGHT }

  /// Fills a rectangle.
  void fill(double x, double y, double width, double height, Ink ink, double opacity);

  /// Draws a line through `count` points.
  void polyline(double[] xs, double[] ys, int count, Stroke stroke);

  /// Fills the area inside `count` points.
  void area(double[] xs, double[] ys, int count, Ink ink, double opacity);

  /// Writes a text whose baseline is at `y`; bold for values, regular for labels.
  void text(String text, double x, double y, Anchor anchor, double size, boolean isBold, Ink ink);

  /// Width of a text in pixels.
  double textWidth(String text, double size, boolean isBold);
}
