package tenfold.app.files;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/// The files that were opened or saved last, newest first, and whether the program was ever started before. Where
/// nothing can be remembered, there are none, and the user is not bothered.
public final class RecentFiles {
  /// Files that are remembered.
  static final int MOST = 8;

  private static final String KEY = "recent";
  private static final String STARTED = "started";
  private static final String BETWEEN = "\n";

  private final Optional<Preferences> preferences;
  private final Map<String, String> values = new HashMap<>();

  /// Remembered in that place; without one, as long as the program runs.
  public RecentFiles(Optional<Preferences> preferences) {
    this.preferences = preferences;
  }

  /// The files, newest first; some may not be there any more.
  public List<Path> files() {
    return Arrays.stream(get(KEY).split(BETWEEN)).filter(line -> !line.isEmpty())
        .flatMap(line -> path(line).stream()).toList();
  }

  /// One was opened or saved.
  public void add(Path file) {
    var files = new ArrayList<>(files());
    files.remove(file.toAbsolutePath());
    files.addFirst(file.toAbsolutePath());
    while (files.size() > MOST || text(files).length() > Preferences.MAX_VALUE_LENGTH) {
      files.removeLast();
    }
    put(KEY, text(files));
    write();
  }

  /// Notes that the program starts.
  ///
  /// @return whether it never did before, as far as can be remembered
  public boolean isFirstStart() {
    boolean isFirst = get(STARTED).isEmpty();
    if (isFirst) {
      put(STARTED, "yes"); // Written half a minute later, or at the end: the first frame does not wait for a disk.
    }
    return isFirst;
  }

  private static String text(List<Path> files) {
    return String.join(BETWEEN, files.stream().map(Path::toString).toList());
  }

  private static List<Path> path(String line) {
    try {
      return List.of(Path.of(line));
    } catch (InvalidPathException foreign) {
      return List.of();
    }
  }

  private String get(String key) {
    return values.computeIfAbsent(key, wanted -> preferences.map(kept -> kept.get(wanted, "")).orElse(""));
  }

  private void put(String key, String value) {
    values.put(key, value);
    try {
      preferences.ifPresent(kept -> kept.put(key, value));
    } catch (IllegalStateException | IllegalArgumentException unusable) {
      tell(unusable);
    }
  }

  private void write() {
    try {
      if (preferences.isPresent()) {
        preferences.get().flush();
      }
    } catch (BackingStoreException | IllegalStateException unwritable) {
      tell(unwritable);
    }
  }

  private static void tell(Exception reason) {
    System.getLogger(RecentFiles.class.getName())
        .log(System.Logger.Level.DEBUG, "the recent files are not remembered", reason);
  }
}
