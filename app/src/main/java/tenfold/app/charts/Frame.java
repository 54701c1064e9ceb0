package tenfold.app.charts;

/// A rectangle to draw in, with the scale of texts and lines that suits its chart.
///
/// @param left its left edge in pixels
/// @param top its top edge
/// @param right its right edge
/// @param bottom its bottom edge
/// @param scale 1 for a chart in a pane, more for a picture that fills a page
record Frame(double left, double top, double right, double bottom, double scale) {
  /// Lengths and sizes of type, scaled.
  double scaled(double pixels) {
    return pixels * scale;
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }
}
