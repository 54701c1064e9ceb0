package tenfold.app.canvas;

import java.util.Optional;
import java.util.function.Supplier;

/// Words about something that goes wrong, which stay long enough to be read: at least [#SECONDS] of wall time after it
/// is over, however short it was.
final class Held {
  /// How long they stay after it is over, in seconds of wall time.
  static final double SECONDS = 4;

  /// How often words change that are said for longer, in seconds of wall time.
  private static final double ANEW_SECONDS = 0.25;

  private Optional<String> words = Optional.empty();
  private double sinceOver;
  private double sinceWords;

  /// Lets time pass.
  ///
  /// @param isOn whether something goes wrong now
  /// @param now says what; asked when it begins, and now and then
  void pulse(boolean isOn, Supplier<String> now, double seconds) {
    sinceWords += seconds;
    if (isOn) {
      if (words.isEmpty() || isOver() || sinceWords >= ANEW_SECONDS) {
        words = Optional.of(now.get());
        sinceWords = 0;
      }
      sinceOver = 0;
    } else if (words.isPresent()) {
      sinceOver += seconds;
      if (sinceOver > SECONDS) {
        words = Optional.empty();
      }
    }
  }

  /// What is said; empty for nothing.
  Optional<String> words() {
    return words;
  }

  /// Whether what is said is over.
  boolean isOver() {
    return words.isPresent() && sinceOver > 0;
  }

  /// Says nothing any more, as when another run begins.
  void forget() {
    words = Optional.empty();
  }
}
