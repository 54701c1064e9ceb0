package tenfold.component.balancing;

/// When failed requests keep a peer out (nginx: `max_fails`, `fail_timeout`).
///
/// @param maxFails so many failures keep it out; 0 for never
/// @param failTimeoutSeconds for so long, by a clock of whole seconds
public record FailureRule(int maxFails, double failTimeoutSeconds) {
  /// Failures keep nobody out.
  public static final FailureRule NEVER = new FailureRule(0, 0);
}
