package tenfold.scenario;

import tenfold.component.Param;

/// A note or a region on the canvas: a rectangle behind the nodes, with a name and perhaps a text. It means nothing to
/// the run.
///
/// @param name what stands at its top; unique among the frames of a scenario
/// @param text what stands in it, in lines; empty for a region that only says its name
/// @param x left edge on the canvas, in canvas units
/// @param y top edge on the canvas, in canvas units
/// @param width in canvas units
/// @param height in canvas units
public record Frame(
    @Param(label = "Name") String name,
    @Param(label = "Text", mayBeAbsent = true) String text,
    @Param(label = "Left", min = -1e6, max = 1e6) double x,
    @Param(label = "Top", min = -1e6, max = 1e6) double y,
    @Param(label = "Width", min = MIN_WIDTH, max = 1e5) double width,
    @Param(label = "Height", min = MIN_HEIGHT, max = 1e5) double height) {
  /// Narrower, and its name would not fit.
  public static final double MIN_WIDTH = 64;

  /// Lower, and its name would not fit.
  public static final double MIN_HEIGHT = 32;

  /// What a file says of a frame's text by leaving it out.
  public Frame() {
    this("", "", 0, 0, MIN_WIDTH, MIN_HEIGHT);
  }

  /// The same frame elsewhere.
  public Frame at(double newX, double newY) {
    return new Frame(name, text, newX, newY, width, height);
  }

  /// The same frame in another size, no smaller than it may be.
  public Frame sized(double newWidth, double newHeight) {
    return new Frame(name, text, x, y, Math.max(MIN_WIDTH, newWidth), Math.max(MIN_HEIGHT, newHeight));
  }

  /// The same frame under another name.
  public Frame named(String other) {
    return new Frame(other, text, x, y, width, height);
  }

  /// The same frame with another text.
  public Frame saying(String other) {
    return new Frame(name, other, x, y, width, height);
  }

  /// Whether a point of the canvas lies in it.
  public boolean contains(double pointX, double pointY) {
    return pointX >= x && pointX <= x + width && pointY >= y && pointY <= y + height;
  }
}
