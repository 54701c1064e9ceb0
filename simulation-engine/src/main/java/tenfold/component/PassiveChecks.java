package tenfold.component;

/// How failed requests keep a server out (nginx: `max_fails`, `fail_timeout`). The only server behind a balancer is
/// never kept out.
///
/// @param maxFails failures that keep a server out; 0 for never
/// @param failTimeoutMs for how long, by nginx's clock of whole seconds
public record PassiveChecks(
    @Param(label = "Failures until out", unit = "failures", max = 100, live = true, mayBeAbsent = true,
        source = "nginx: max_fails=1") int maxFails,
    @Param(label = "Out for", unit = "ms", max = 3_600_000, live = true, mayBeAbsent = true,
        source = "nginx: fail_timeout=10s") double failTimeoutMs) {

  /// nginx's defaults.
  public PassiveChecks() {
    this(1, 10_000);
  }
}
