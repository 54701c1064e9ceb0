package tenfold.app.canvas;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import tenfold.app.look.Palette;
import tenfold.run.Fate;

/// A sheet of pixels: what stands still, and the dots on it. Where JavaFX renders in software, two thousand small
/// pictures drawn on a canvas took a quarter of the render thread's time, and two images as large as the canvas that
/// are laid over each other twice as long as one (`FrameBenchmark`, sampled); here everything is copied before.
final class DotSheet extends ImageView {
  private static final int OPAQUE = 255;

  private final Map<Fate, int[]> sprites = new EnumMap<>(Fate.class);
  private final SnapshotParameters sharply = new SnapshotParameters();
  /// Pixels of the sheet for one of the window, as on a screen of high resolution.
  private double sharpness = 1;
  private int edge;
  private int width;
  private int height;
  /// The sheet without dots.
  private int[] ground = {};
  private int[] pixels = {};
  private PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(1, 1, IntBuffer.allocate(1),
      PixelFormat.getIntArgbPreInstance());
  private WritableImage groundImage = new WritableImage(1, 1);
  /// The upper left corners of the dots that are on the sheet, as places in the pixels.
  private int[] corners = new int[Dots.MAX_DOTS];
  private int dots;
  private boolean isChanged;

  DotSheet() {
    setMouseTransparent(true);
    sharply.setFill(Color.TRANSPARENT);
  }

  /// Is that large from now on, and empty.
  ///
  /// @param wide width in pixels of the window
  /// @param high height in pixels of the window
  /// @param pixelScale pixels of the screen for one of the window
  void resizeTo(double wide, double high, double pixelScale) {
    sharpness = pixelScale;
    sharply.setTransform(Transform.scale(sharpness, sharpness));
    width = Math.max(1, (int) Math.ceil(wide * sharpness));
    height = Math.max(1, (int) Math.ceil(high * sharpness));
    setFitWidth(width / sharpness);
    setFitHeight(height / sharpness);
    ground = new int[width * height];
    groundImage = new WritableImage(width, height);
    pixels = new int[width * height];
    dots = 0;
    buffer = new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
    setImage(new WritableImage(buffer));
  }

  /// Shows that below the dots from now on, as it is drawn now.
  ///
  /// @param still as large as the sheet
  void lay(Canvas still) {
    sharply.setViewport(new Rectangle2D(0, 0, width, height));
    still.snapshot(sharply, groundImage).getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbPreInstance(), ground, 0, width);
    System.arraycopy(ground, 0, pixels, 0, ground.length);
    dots = 0;
    isChanged = true;
  }

  /// Dots look like this from now on.
  ///
  /// @param size edge of a dot's picture in pixels of the window
  void dress(Palette palette, double size) {
    clear();
    edge = (int) Math.rint(size * sharpness);
    var images = new FateImages(palette, edge);
    for (var fate : Fate.values()) {
      sprites.put(fate, pixels(images.of(fate)));
    }
  }

  private int[] pixels(Image image) {
    var copy = new int[edge * edge];
    image.getPixelReader().getPixels(0, 0, edge, edge, PixelFormat.getIntArgbPreInstance(), copy, 0, edge);
    return copy;
  }

  /// Takes all dots away.
  void clear() {
    for (int i = 0; i < dots; i++) {
      for (int row = 0; row < edge; row++) {
        int start = corners[i] + row * width;
        System.arraycopy(ground, start, pixels, start, edge);
      }
    }
    isChanged |= dots > 0;
    dots = 0;
  }

  /// Puts a dot there; one that is not wholly on the sheet is left out.
  ///
  /// @param x pixels of the window from the left to its middle
  /// @param y pixels of the window from the top to its middle
  void draw(Fate fate, double x, double y) {
    int left = (int) Math.rint(x * sharpness - edge / 2.0);
    int top = (int) Math.rint(y * sharpness - edge / 2.0);
    if (left < 0 || top < 0 || left + edge > width || top + edge > height) {
      return;
    }
    if (dots == corners.length) {
      corners = Arrays.copyOf(corners, 2 * dots);
    }
    int corner = top * width + left;
    corners[dots++] = corner;
    isChanged = true;
    var sprite = sprites.get(fate);
    for (int row = 0; row < edge; row++) {
      for (int column = 0; column < edge; column++) {
        int over = sprite[row * edge + column];
        int alpha = over >>> 24;
        int place = corner + row * width + column;
        if (alpha == OPAQUE) {
          pixels[place] = over;
        } else if (alpha > 0) {
          pixels[place] = over + faded(pixels[place], OPAQUE - alpha);
        }
      }
    }
  }

  /// A pixel whose colours and opacity are multiplied with `share` / 255, two channels at a time (Porter & Duff,
  /// "Compositing digital images", SIGGRAPH 1984: what is left of the one below).
  private static int faded(int pixel, int share) {
    int redAndBlue = ((pixel & 0xff00ff) * share + 0x800080) >>> 8 & 0xff00ff;
    int alphaAndGreen = ((pixel >>> 8 & 0xff00ff) * share + 0x800080) & 0xff00ff00;
    return redAndBlue | alphaAndGreen;
  }

  /// Shows everything as it is now.
  void show() {
    if (isChanged) {
      isChanged = false;
      buffer.updateBuffer(_ -> new Rectangle2D(0, 0, width, height));
    }
  }
}
