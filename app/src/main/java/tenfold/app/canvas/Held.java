package tenfold.app.canvas;

import java.util.Optional;

/// Words about something that goes wrong, which stay long enough to be read: at least [#SECONDS] of wall time after it
/// is over, however short it was.
final class Held {
  /// How long they stay after it is over, in seconds of wall time.
  static final double SECONDS = 4;

  private Optional<String> words = Optional.empty();
  private double sinceOver;

  /// Lets time pass.
  ///
  /// @param now what goes wrong now; empty for nothing
  void pulse(Optional<String> now, double seconds) {
    if (now.isPresent()) {
      words = now;
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
