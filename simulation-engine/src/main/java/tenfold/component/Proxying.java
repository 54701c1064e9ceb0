package tenfold.component;

/// How long a balancer waits for a server's answer, and how many servers it asks (nginx: `proxy_read_timeout`,
/// `proxy_next_upstream_tries`, `keepalive`).
///
/// @param readTimeoutMs how long it waits for an answer; the server works on for nobody
/// @param tries servers that it asks for one request at most; 0 for each once
/// @param keepAlive connections to servers that are kept open for the next request; with 0 each request opens its own,
///     which takes a round trip
public record Proxying(
    @Param(label = "Read time-out", unit = "ms", min = 1, max = 600_000, live = true, mayBeAbsent = true,
        source = "nginx: proxy_read_timeout 60s") double readTimeoutMs,
    @Param(label = "Most tries", unit = "servers", max = 100, live = true, mayBeAbsent = true,
        source = "nginx: 0, every server once") int tries,
    @Param(label = "Kept connections", unit = "connections", max = 10_000, live = true, mayBeAbsent = true,
        source = "pattern text: no keepalive") int keepAlive) {

  /// nginx's defaults, and the pattern text's configuration.
  public Proxying() {
    this(60_000, 0, 0);
  }
}
