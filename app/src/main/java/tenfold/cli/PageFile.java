package tenfold.cli;

import java.io.IOException;
import java.nio.file.Path;
import tenfold.app.experiment.Finding;
import tenfold.app.experiment.HtmlPage;

/// A finding as a page in a file.
final class PageFile {
  private PageFile() {}

  /// Writes the page.
  ///
  /// @return a sentence that says where it is
  static String write(Finding finding, Path file) throws InputProblem {
    try {
      HtmlPage.write(finding, file);
      return "The page is in " + file.toAbsolutePath().normalize() + ".";
    } catch (IOException failure) {
      throw new InputProblem("The page " + file + " cannot be written" + OutputFile.reason(failure)
          + ". Choose another file.", failure);
    }
  }
}
