package tenfold.component;

/// How a balancer asks its servers by itself whether they are well (nginx_upstream_check_module, or HAProxy).
///
/// @param enabled whether it does; stock nginx cannot
/// @param timing whose clock it goes by
/// @param type what it does to find out
/// @param intervalMs time between checks, as the clock counts it
/// @param rise good checks in a row that bring a server up
/// @param fall bad checks in a row that bring it down
/// @param timeoutMs how long it waits
/// @param startDown whether a server gets no requests before its first good checks
public record ActiveChecks(
    @Param(label = "Active checks", live = true, mayBeAbsent = true, source = "stock nginx has none") boolean enabled,
    @Param(label = "Checks as", live = true, mayBeAbsent = true, source = "pattern text: nginx") Timing timing,
    @Param(label = "Check", live = true, mayBeAbsent = true, source = "check module: tcp") Type type,
    @Param(label = "Check interval", unit = "ms", min = 1, max = 600_000, live = true, mayBeAbsent = true,
        source = "pattern text: 3000") double intervalMs,
    @Param(label = "Good checks until up", unit = "checks", min = 1, max = 100, live = true, mayBeAbsent = true,
        source = "pattern text: rise=2") int rise,
    @Param(label = "Bad checks until down", unit = "checks", min = 1, max = 100, live = true, mayBeAbsent = true,
        source = "pattern text: fall=3") int fall,
    @Param(label = "Check time-out", unit = "ms", min = 1, max = 60_000, live = true, mayBeAbsent = true,
        source = "pattern text: timeout=1000") double timeoutMs,
    @Param(label = "Servers start down", live = true, mayBeAbsent = true, source = "check module: default_down=true")
        boolean startDown) {

  /// What a check does.
  public enum Type {
    /// Connects; a process that hangs but accepts connections passes.
    TCP("tcp"),
    /// Calls GET /health; only an answer below 400 passes.
    HTTP("http");

    private final String id;

    Type(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// When checks come, and how a server counts before its first one.
  public enum Timing {
    /// As in nginx's check module: a timer rings every half interval, and starts a check when the last one ended a
    /// whole interval ago.
    NGINX_MODULE("nginxModule"),
    /// As in HAProxy: a check starts every interval, and a server that starts up is down after one bad check.
    HAPROXY("haproxy");

    private final String id;

    Timing(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// Off; the pattern text's figures when switched on.
  public ActiveChecks() {
    this(false, Timing.NGINX_MODULE, Type.TCP, 3_000, 2, 3, 1_000, true);
  }
}
