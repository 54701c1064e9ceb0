package tenfold.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses which of the known names a mistyped one was meant to be.
public final class Nearest {
  private Nearest() {}

  /// The known name that takes the fewest edits to reach from `wrong`; empty when none is known.
  public static Optional<String> to(String wrong, Collection<String> known) {
    return known.stream().min(Comparator.comparingInt(name -> distance(wrong, name)));
  }

  /// Levenshtein's edit distance, by the row-wise recurrence (Wagner & Fischer, J. ACM 21(1), 1974).
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int substitute = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
