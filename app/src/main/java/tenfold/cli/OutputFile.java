package tenfold.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that a command is asked to write beside its report.
final class OutputFile {
  private OutputFile() {}

  /// Finds out before a long run, and not after it, that there is no place for the file.
  ///
  /// @param what the file is for, as in "chart"
  static void check(Path file, String what) throws InputProblem {
    var folder = file.toAbsolutePath().normalize().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputProblem("There is no folder " + folder + " for the " + what
          + ". Make it, or choose another file.");
    } else if (Files.isDirectory(file)) {
      throw new InputProblem(file + " is a folder. Name a file in it for the " + what + ".");
    } else if (!Files.isWritable(folder)) {
      throw new InputProblem("The folder " + folder + " cannot be written to. Choose another file for the " + what
          + ".");
    }
  }

  /// Failures of the file system carry the name of a file as their message, and a reason only sometimes.
  static String reason(IOException failure) {
    var reason = failure instanceof FileSystemException refusal ? refusal.getReason() : failure.getMessage();
    return reason == null ? "" : ": " + reason;
  }
}
