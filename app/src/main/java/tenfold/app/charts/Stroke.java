package tenfold.app.charts;

import tenfold.app.look.Ink;

/// How a line is drawn.
///
/// @param ink its colour
/// @param opacity 0 for invisible to 1
/// @param width in pixels
/// @param isDashed whether it is broken
public record Stroke(Ink ink, double opacity, double width, boolean isDashed) {
  /// A solid line.
  public static Stroke solid(Ink ink, double width) {
    return new Stroke(ink, 1, width, false);
  }

  /// A broken line.
  public static Stroke dashed(Ink ink, double width) {
    return new Stroke(ink, 1, width, true);
  }

  /// The same behind the others.
  Stroke faint() {
    return new Stroke(ink, 0.45 * opacity, Math.max(1, width * 0.75), true);
  }
}
