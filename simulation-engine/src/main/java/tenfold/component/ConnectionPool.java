package tenfold.component;

/// How a server keeps connections to a database, as mysql2's pool does.
///
/// @param limit connections at most, to each database
/// @param queueLimit requests that may wait for one; 0 means any number
/// @param connectMs time to open a connection
public record ConnectionPool(
    @Param(label = "Pool size", unit = "connections", min = 1, max = 10_000, live = true,
        source = "pattern text: connectionLimit 100") int limit,
    @Param(label = "Pool queue limit", unit = "requests", max = 1e6, live = true, source = "pattern text: queueLimit 0")
        int queueLimit,
    @Param(label = "Connect", unit = "ms", max = 1_000, live = true, source = "domain 1.10: 10 ms") double connectMs) {

  /// The text's pool.
  public ConnectionPool() {
    this(100, 0, 10);
  }
}
