package tenfold.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Guesses which of the known names a mistyped one was meant to be.
public final class Nearest {
  private static final int FEW = 2;
  private static final int LETTERS_PER_MISTAKE = 3;

  private Nearest() {}

  /// The known name that is reached from `wrong` with the fewest mistakes: a letter too many, too few or another, or
  /// two that changed places. Empty when that takes more than two and more than a mistake in three letters, or when
  /// half of the name would be mistakes.
  public static Optional<String> to(String wrong, Collection<String> known) {
    return known.stream().min(Comparator.comparingInt(name -> distance(wrong, name)))
        .filter(name -> isNear(distance(wrong, name), Math.max(wrong.length(), name.length())));
  }

  private static boolean isNear(int mistakes, int letters) {
    return mistakes <= Math.max(FEW, Math.ceilDiv(letters, LETTERS_PER_MISTAKE)) && 2 * mistakes < letters;
  }

  /// Mistakes between two names, no letter touched twice: Damerau, "A technique for computer detection and correction
  /// of spelling errors", CACM 7(3), 1964, by the row-wise recurrence of Wagner & Fischer, J. ACM 21(1), 1974.
  private static int distance(String one, String other) {
    int[][] mistakes = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        mistakes[i][j] = i == 0 || j == 0 ? i + j : Math.min(
            mistakes[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1),
            1 + Math.min(mistakes[i - 1][j], mistakes[i][j - 1]));
        if (i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1)) {
          mistakes[i][j] = Math.min(mistakes[i][j], 1 + mistakes[i - 2][j - 2]);
        }
      }
    }
    return mistakes[one.length()][other.length()];
  }
}
