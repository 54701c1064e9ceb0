package tenfold.component;

/// What can go wrong with a part, or be done to it. A kind says in its [Kind] which of these can happen to it.
public enum Fault {
  /// The process ends; all that it had under way is lost, and what it kept in memory. It starts anew by itself.
  CRASH("crash"),
  /// The process accepts work and never finishes it, until it is restarted.
  HANG("hang"),
  /// The process is stopped and starts anew.
  RESTART("restart"),
  /// A cache forgets everything at once and goes on (FLUSHALL).
  FLUSH("flush");

  private final String id;

  Fault(String id) {
    this.id = id;
  }

  @Override
  public String toString() {
    return id;
  }
}
