package tenfold.component;

/// Attempts for tests of whole systems.
public final class Attempts {
  private Attempts() {}

  /// A family's attempt that begins at the start of the run.
  public static Attempt of(int family) {
    return new Attempt(1, family, family, 0);
  }
}
