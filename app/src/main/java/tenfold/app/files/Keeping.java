package tenfold.app.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.prefs.Preferences;

/// Where the program keeps what it has to remember between two starts.
///
/// @param folder copies of what is not saved, and locks of what is open
/// @param recent the files that were opened or saved last
/// @param isLasting whether attempts of experiments stay when the program ends
public record Keeping(Path folder, RecentFiles recent, boolean isLasting) {
  private static final String FOLDER = ".tenfold";

  /// In the home of the user who runs the program, or beside the program where nothing can be written at home.
  public static Keeping ofUser() {
    return new Keeping(writable(Path.of(System.getProperty("user.home")), program()),
        new RecentFiles(Optional.of(Preferences.userRoot().node("tenfold"))), true);
  }

  /// Where the program is.
  private static Path program() {
    return Path.of(URI.create(Keeping.class.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toAbsolutePath().getParent();
  }

  /// The folder in the first of two places in which it can be written; in the first when there is none.
  static Path writable(Path home, Path program) {
    for (var place : List.of(home, program)) {
      var folder = place.resolve(FOLDER);
      try {
        Files.createDirectories(folder);
        if (Files.isWritable(folder)) {
          return folder;
        }
      } catch (IOException _) {
        // The next place is tried; that nothing can be kept is told when something is to be.
      }
    }
    return home.resolve(FOLDER);
  }

  /// Apart from the user's own, remembered as long as the program runs.
  public static Keeping apart() {
    return new Keeping(Path.of(System.getProperty("java.io.tmpdir"), "tenfold-apart"),
        new RecentFiles(Optional.empty()), false);
  }

  /// Copies of what is not saved.
  Path copies() {
    return folder.resolve("recovery");
  }

  /// How far the lessons are; nowhere when nothing stays.
  public Optional<Path> progress() {
    return isLasting ? Optional.of(folder.resolve("progress.json")) : Optional.empty();
  }

  /// Attempts of experiments; nowhere when they do not stay.
  Optional<Path> attempts() {
    return isLasting ? Optional.of(folder.resolve("attempts")) : Optional.empty();
  }

  /// The lock of a file that is open.
  Path lockOf(Path file) {
    var place = file.toAbsolutePath().normalize().toString();
    return folder.resolve("open").resolve(Integer.toHexString(place.hashCode()) + "-" + file.getFileName() + ".lock");
  }
}
