package tenfold.app.canvas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is seen of the drawing, and that it is seen sharply.
final class ViewportTest {

  /// Half a pixel off, every text would be a blur.
  @Test
  void offsetsAreWholePixels() {
    assertEquals(new Viewport(1, 10, -3), new Viewport(1, 10.4, -3.2));
    var zoomed = Viewport.START.zoomed(1.1, 333, 777).moved(0.3, 0.6);
    assertEquals(Math.rint(zoomed.offsetX()), zoomed.offsetX());
    assertEquals(Math.rint(zoomed.offsetY()), zoomed.offsetY());
  }

  @Test
  void zoomingKeepsThePointUnderTheMouse() {
    var zoomed = Viewport.START.moved(40, 60).zoomed(1.3, 200, 100);
    assertEquals(160, zoomed.worldX(200), 0.5);
    assertEquals(40, zoomed.worldY(100), 0.5);
  }

  /// A drawing 1,000 wide and 200 high in views of several widths.
  @ParameterizedTest
  @CsvSource({"500, 0.5", "940, 0.94", "960, 1", "1000, 1", "1090, 1", "1150, 1.15", "3000, 1.25"})
  void nearlyLifeSizeIsLifeSize(double viewWidth, double scale) {
    assertEquals(scale, Viewport.fitting(0, 0, 1_000, 200, viewWidth, 800).scale(), 1e-9);
  }
}
