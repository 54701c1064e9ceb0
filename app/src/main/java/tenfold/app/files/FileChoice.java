package tenfold.app.files;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Window;

/// Asks which file to open or to save to. Behind an interface because the toolkit has no dialog without a screen.
public interface FileChoice {
  /// A file to open; empty when the user thinks better of it.
  Optional<Path> open(Window owner);

  /// A recorded trace to replay; empty when the user thinks better of it.
  Optional<Path> openTrace(Window owner);

  /// A price list; empty when the user thinks better of it.
  Optional<Path> openPrices(Window owner);

  /// A file to save to, with a suggested name; empty when the user thinks better of it.
  Optional<Path> save(Window owner, String suggestedName);

  /// A file to export to, with a suggested name; empty when the user thinks better of it.
  ///
  /// @param ending of the file's name, as in ".png"
  default Optional<Path> export(Window owner, String suggestedName, String ending) {
    return Optional.empty();
  }

  /// For where there is nobody to ask.
  static FileChoice none() {
    return new FileChoice() {
      @Override
      public Optional<Path> open(Window owner) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> openTrace(Window owner) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> openPrices(Window owner) {
        return Optional.empty();
      }

      @Override
      public Optional<Path> save(Window owner, String suggestedName) {
        return Optional.empty();
      }
    };
  }
}
