package tenfold.component;

/// How a server keeps connections to a database.
///
/// @param limit connections at most, to each database
/// @param queueLimit requests that may wait for one; 0 means any number
/// @param connectMs time to open a connection, `connectCpuMs` included
/// @param kind whose rules it follows
/// @param acquireTimeoutMs how long a request waits for a connection, for [Kind#HIKARI]
/// @param connectCpuMs processor time of the database to open a connection
/// @param maxIdle connections that may be idle for as long as they like; 0 for all
/// @param idleTimeoutMs how long the others may be
/// @param maxLifetimeMs how old a connection may become, for [Kind#HIKARI]
public record ConnectionPool(
    @Param(label = "Pool size", unit = "connections", min = 1, max = 10_000, live = true,
        source = "pattern text: connectionLimit 100") int limit,
    @Param(label = "Pool queue limit", unit = "requests", max = 1e6, live = true, source = "pattern text: queueLimit 0")
        int queueLimit,
    @Param(label = "Connect", unit = "ms", max = 1_000, live = true,
        source = "teaching value: 7 round trips and the login, 10 ms") double connectMs,
    @Param(label = "Pool rules", live = true, mayBeAbsent = true, source = "pattern text: mysql2") Kind kind,
    @Param(label = "Wait for a connection", unit = "ms", min = 250, max = 600_000, live = true, mayBeAbsent = true,
        source = "HikariCP at 604d7d58: connectionTimeout 30 s, floor 250 ms") double acquireTimeoutMs,
    @Param(label = "Connect", unit = "ms of the database", max = 100, live = true, mayBeAbsent = true,
        source = "teaching value: 1 ms") double connectCpuMs,
    @Param(label = "Idle connections", unit = "connections", max = 10_000, live = true, mayBeAbsent = true,
        source = "node-mysql2 at 928c3c51: maxIdle, as many as the limit; HikariCP: minimumIdle, the same") int maxIdle,
    @Param(label = "Idle time", unit = "ms", max = 8.64e7, live = true, mayBeAbsent = true,
        source = "node-mysql2 at 928c3c51: idleTimeout 60 s") double idleTimeoutMs,
    @Param(label = "Longest life", unit = "ms", min = 30_000, max = 8.64e7, live = true, mayBeAbsent = true,
        source = "HikariCP at 604d7d58: maxLifetime 30 min, floor 30 s") double maxLifetimeMs) {

  /// Whose rules a pool follows.
  public enum Kind {
    /// node-mysql2: who finds none free waits for ever, unless the line is limited.
    MYSQL2("mysql2"),
    /// mysql2 with `waitForConnections: false`: who finds none free gets an error at once.
    MYSQL2_NO_WAIT("mysql2NoWait"),
    /// HikariCP: who finds none free waits for a while and then gets an error.
    HIKARI("hikari"),
    /// None: a connection for each query, closed after it, as in the text's bad example.
    CONNECTION_PER_QUERY("connectionPerQuery");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// The text's pool.
  public ConnectionPool() {
    this(100, 0, 10);
  }

  /// A pool by mysql2's rules.
  public ConnectionPool(int limit, int queueLimit, double connectMs) {
    this(limit, queueLimit, connectMs, Kind.MYSQL2, 30_000, 1, 0, 60_000, 1_800_000);
  }

  /// Connections that may be idle for as long as they like.
  int idleForEver() {
    return maxIdle == 0 ? limit : maxIdle;
  }
}
