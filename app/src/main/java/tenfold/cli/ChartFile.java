package tenfold.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import tenfold.app.charts.Growth;
import tenfold.app.charts.GrowthChart;
import tenfold.app.charts.Picture;

/// A report's growth curve as a picture file.
final class ChartFile {
  private static final int WIDTH = 1_200;
  private static final int HEIGHT = 700;

  private ChartFile() {}

  /// Finds out before a long run, and not after it, that there is no place for the picture.
  static void check(Path file) throws InputProblem {
    var folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputProblem("There is no folder " + folder + " for the chart. Make it, or choose another file.");
    } else if (Files.isDirectory(file)) {
      throw new InputProblem(file + " is a folder. Name a file in it for the chart.");
    } else if (!Files.isWritable(folder)) {
      throw new InputProblem("The folder " + folder + " cannot be written to. Choose another file for the chart.");
    }
  }

  /// Draws and writes the picture.
  ///
  /// @return a sentence that says where it is
  static String write(Report report, Path file) throws InputProblem {
    var growth = Growth.measured(report.scenario().title(), report.rows());
    try {
      boolean hasTexts = Picture.writePng(
          file, WIDTH, HEIGHT, false, graphic -> GrowthChart.draw(growth, graphic, 0, 0, WIDTH, HEIGHT));
      return "The growth curve is in " + file.toAbsolutePath().normalize()
          + (hasTexts ? "." : ", without any text, because Java finds no font on this machine.");
    } catch (IOException failure) {
      throw new InputProblem("The chart " + file + " cannot be written" + reason(failure) + ". Choose another file.",
          failure);
    }
  }

  /// Failures of the file system carry the name of a file as their message, and a reason only sometimes.
  private static String reason(IOException failure) {
    var reason = failure instanceof FileSystemException refusal ? refusal.getReason() : failure.getMessage();
    return reason == null ? "" : ": " + reason;
  }
}
