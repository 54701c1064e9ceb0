package tenfold.app.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.prefs.Preferences;

/// Where the program keeps what it has to remember between two starts.
///
/// @param folder copies of what is not saved, and locks of what is open
/// @param recent the files that were opened or saved last
/// @param isLasting whether attempts of experiments stay when the program ends
public record Keeping(Path folder, RecentFiles recent, boolean isLasting) {
  /// In the home of the user who runs the program.
  public static Keeping ofUser() {
    return new Keeping(Path.of(System.getProperty("user.home"), ".tenfold"),
        new RecentFiles(Optional.of(Preferences.userRoot().node("tenfold"))), true);
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
  Optional<Path> progress() {
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
