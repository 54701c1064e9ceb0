package tenfold.cli;

import java.io.IOException;
import java.nio.file.Path;
import tenfold.app.charts.Growth;
import tenfold.app.charts.GrowthChart;
import tenfold.app.charts.Picture;
import tenfold.app.look.Palette;
import tenfold.experiment.TheoryGhost;

/// A report's growth curve as a picture file.
final class ChartFile {
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 700;

  private ChartFile() {}

  /// Draws and writes the picture.
  ///
  /// @return a sentence that says where it is
  static String write(Report report, Path file) throws InputProblem {
    var growth = Growth.measured(report.scenario().title(), report.summaries())
        .with(TheoryGhost.of(report.scenario(), report.summaries()));
    try {
      boolean hasTexts = Picture.writePng(
          file, WIDTH, HEIGHT, Palette.LIGHT, graphic -> GrowthChart.draw(growth, graphic, 0, 0, WIDTH, HEIGHT));
      return "The growth curve is in " + file.toAbsolutePath().normalize()
          + (hasTexts ? "." : ", without any text, because Java finds no font on this machine.");
    } catch (IOException failure) {
      throw new InputProblem("The chart " + file + " cannot be written" + OutputFile.reason(failure)
          + ". Choose another file.", failure);
    }
  }
}
