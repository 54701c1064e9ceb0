package tenfold.app.canvas;

/// A number that follows another so slowly that it can be read: of a step, 63 % after [#SECONDS] of wall time, 95 %
/// after three times as long (a first-order low-pass filter, whatever the frame rate).
final class Smoothed {
  /// The time constant, in seconds of wall time.
  static final double SECONDS = 2.5;

  private double value = Double.NaN;

  /// The number as it is shown; NaN when there is none.
  double value() {
    return value;
  }

  /// Follows for a while. The first number is taken at once, and so is that there is none (NaN).
  double follow(double target, double seconds) {
    value = Double.isNaN(value) || Double.isNaN(target)
        ? target : value + (1 - Math.exp(-seconds / SECONDS)) * (target - value);
    return value;
  }

  /// Takes a number at once, as when time stands still and there is time to read.
  void jump(double target) {
    value = target;
  }
}
