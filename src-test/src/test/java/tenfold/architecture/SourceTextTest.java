package tenfold.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Rules of the house style that a reader would notice first, over the text of every Java file.
class SourceTextTest {
  private static final int MOST_LINES = 500;
  private static final int MOST_COLUMNS = 120;
  /// Marks of unfinished work, spelt so that this file has none.
  private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");

  @Test
  void theRepositoryIsFound() {
    assertTrue(SourceFile.main().size() > 80, "files: " + SourceFile.main().size());
  }

  /// A file that does not fit into one sitting hides two ideas.
  @Test
  void noFileIsLongerThan500Lines() {
    assertEquals(List.of(), SourceFile.all().stream()
        .filter(file -> file.lines().size() > MOST_LINES)
        .map(file -> file + ": " + file.lines().size() + " lines").toList());
  }

  /// Two files fit side by side.
  @Test
  void noLineIsLongerThan120Columns() {
    assertEquals(List.of(), matching(line -> line.codePointCount(0, line.length()) > MOST_COLUMNS));
  }

  @Test
  void linesAreIndentedBySpacesAndEndWithoutThem() {
    assertEquals(List.of(), matching(line -> line.indexOf('\t') >= 0 || line.endsWith(" ")));
  }

  /// What is not done is an issue, not a comment.
  @Test
  void nothingIsLeftUnfinishedInAComment() {
    assertEquals(List.of(), matching(line -> UNFINISHED.matcher(line).find()));
  }

  /// The compiler's null checks hold only where the package says so, and a newcomer reads what belongs there.
  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() {
    Map<String, SourceFile> infos = new TreeMap<>();
    var packages = new TreeSet<String>();
    for (var file : SourceFile.main()) {
      var folder = String.valueOf(file.path().getParent());
      packages.add(folder);
      if (file.path().endsWith("package-info.java")) {
        infos.put(folder, file);
      }
    }
    assertEquals(packages, infos.keySet());
    for (var info : infos.values()) {
      assertTrue(info.lines().getFirst().startsWith("/// "), info + " begins with its documentation");
      assertTrue(info.lines().contains("@NullMarked"), info + " is @NullMarked");
    }
  }

  private static List<String> matching(java.util.function.Predicate<String> isWrong) {
    var found = new ArrayList<String>();
    for (var file : SourceFile.all()) {
      for (int i = 0; i < file.lines().size(); i++) {
        if (isWrong.test(file.lines().get(i))) {
          found.add(file + ":" + (i + 1));
        }
      }
    }
    return found;
  }
}
