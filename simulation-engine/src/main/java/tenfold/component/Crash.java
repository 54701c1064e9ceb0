package tenfold.component;

/// Unwinds the processes inside a part that crashes. It is caught at the edge of that part, where callers see a broken
/// connection; nothing in between may catch it. Cheap to throw: it keeps no stack trace.
final class Crash extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Object part;

  /// @param part what crashed
  Crash(Object part) {
    super("crash", null, false, false);
    this.part = part;
  }

  /// Whether it is that part that crashed.
  boolean isOf(Object other) {
    return part == other;
  }
}
