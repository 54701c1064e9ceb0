package tenfold.app.charts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tenfold.app.look.Palette;
import tenfold.run.Point;

/// Writes charts to files.
public final class ChartFiles {
  /// Width of a chart in a file, in pixels of a PNG and in units of an SVG.
  public static final int WIDTH = 960;
  /// Its height.
  public static final int HEIGHT = 540;

  private ChartFiles() {}

  /// Writes a chart in the manner that the file's ending says: ".svg", ".csv", else PNG.
  ///
  /// @param pinned points of a run to compare with; empty for none
  public static void write(Chart chart, Path file, Palette palette, List<Point> pinned) throws IOException {
    if (file.getFileName().toString().endsWith(".csv")) {
      Picture.write(file, Csv.text(chart.table()).getBytes(StandardCharsets.UTF_8));
    } else {
      var frame = new Frame(0, 0, WIDTH, HEIGHT, 1);
      write(chart.title(), graphic -> chart.draw(graphic, frame, Chart.View.inFile(pinned)), WIDTH, HEIGHT, file,
          palette);
    }
  }

  /// Writes a drawing in the manner that the file's ending says: ".svg", else PNG.
  ///
  /// @param title what is read aloud for it
  public static void write(String title, Consumer<Graphic> drawing, double width, double height, Path file,
      Palette palette) throws IOException {
    if (file.getFileName().toString().endsWith(".svg")) {
      Picture.write(file, svg(title, drawing, width, height, palette).getBytes(StandardCharsets.UTF_8));
    } else {
      Picture.writePng(file, (int) Math.ceil(width), (int) Math.ceil(height), palette, drawing);
    }
  }

  /// A drawing as SVG.
  public static String svg(String title, Consumer<Graphic> drawing, double width, double height, Palette palette) {
    var graphic = new SvgGraphic(width, height, palette);
    drawing.accept(graphic);
    return graphic.text(title);
  }
}
