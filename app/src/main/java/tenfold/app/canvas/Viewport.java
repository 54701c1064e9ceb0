package tenfold.app.canvas;

/// Which part of the drawing is seen: screen = drawing × scale + offset. Offsets are whole pixels, so that what is
/// drawn at whole units is sharp at scale 1.
///
/// @param scale pixels per canvas unit
/// @param offsetX pixels from the left edge of the view to the drawing's origin
/// @param offsetY pixels from the top edge of the view to the drawing's origin
public record Viewport(double scale, double offsetX, double offsetY) {
  private static final double MIN_SCALE = 0.25;
  private static final double MAX_SCALE = 2.5;
  private static final double MAX_FITTING_SCALE = 1.25;

  /// Between these a fitting scale gives way to 1, at which texts are sharpest; the margin makes up for it.
  private static final double NEARLY_LIFE_SIZE = 0.95;
  private static final double HARDLY_LARGER = 1.1;

  /// Rounds the offsets.
  public Viewport {
    offsetX = Math.rint(offsetX);
    offsetY = Math.rint(offsetY);
  }

  /// One pixel a unit, from the origin.
  public static final Viewport START = new Viewport(1, 0, 0);

  /// Pixels from the left of the view.
  public double screenX(double x) {
    return x * scale + offsetX;
  }

  /// Pixels from the top of the view.
  public double screenY(double y) {
    return y * scale + offsetY;
  }

  /// The drawing's x under a pixel.
  public double worldX(double screenX) {
    return (screenX - offsetX) / scale;
  }

  /// The drawing's y under a pixel.
  public double worldY(double screenY) {
    return (screenY - offsetY) / scale;
  }

  /// Zoomed by a factor so that the point under the pixel stays where it is.
  public Viewport zoomed(double factor, double screenX, double screenY) {
    double next = Math.clamp(scale * factor, MIN_SCALE, MAX_SCALE);
    return new Viewport(next, screenX - worldX(screenX) * next, screenY - worldY(screenY) * next);
  }

  /// Moved by pixels.
  public Viewport moved(double dx, double dy) {
    return new Viewport(scale, offsetX + dx, offsetY + dy);
  }

  /// Shows a rectangle of the drawing in the middle of a view of that size, hardly larger than life.
  public static Viewport fitting(double x, double y, double width, double height, double viewWidth, double viewHeight) {
    double largest = Math.clamp(Math.min(viewWidth / width, viewHeight / height), MIN_SCALE, MAX_FITTING_SCALE);
    double scale = largest > NEARLY_LIFE_SIZE && largest < HARDLY_LARGER ? 1 : largest;
    return new Viewport(scale, viewWidth / 2 - (x + width / 2) * scale, viewHeight / 2 - (y + height / 2) * scale);
  }
}
