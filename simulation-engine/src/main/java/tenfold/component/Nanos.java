package tenfold.component;

/// Turns the milliseconds of parameters into the kernel's nanoseconds.
final class Nanos {
  static final double PER_MILLI = 1e6;

  private Nanos() {}

  static long ofMillis(double millis) {
    return Math.round(millis * PER_MILLI);
  }
}
