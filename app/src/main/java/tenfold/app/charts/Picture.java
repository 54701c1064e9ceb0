package tenfold.app.charts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import tenfold.app.look.Palette;

/// Pictures in files.
public final class Picture {
  private Picture() {}

  /// Draws a picture of that many pixels and writes it as a PNG.
  ///
  /// @return whether the picture has its texts; without any font on the machine it has none
  public static boolean writePng(Path file, int width, int height, Palette palette, Consumer<Graphic> drawing)
      throws IOException {
    var graphic = new AwtGraphic(width, height, palette);
    drawing.accept(graphic);
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(graphic.image(), "png", bytes);
    write(file, bytes.toByteArray());
    return graphic.hasTexts();
  }

  /// Writes a file: beside it first, so that a failure leaves an older one as it was.
  public static void write(Path file, byte[] bytes) throws IOException {
    var target = file.toAbsolutePath();
    var beside = target.resolveSibling("." + target.getFileName() + ".part");
    try {
      Files.write(beside, bytes);
      try {
        Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException _) {
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(beside);
    }
  }
}
