package tenfold.port;

/// All that the co-op's code can call. What is not wired is absent: see each port.
///
/// @param cache shared or local cache
/// @param primary the database that takes writes
/// @param replica where reads may go; the primary when there is no replica
/// @param sessions who is logged in
/// @param jobs work for later; without a queue it is done at once, while the caller waits
/// @param fetches how requests share what they fetch
public record Ports(Cache cache, Database primary, Database replica, SessionStore sessions, JobQueue jobs,
    SingleFlight fetches) {
  /// Ports of a server whose requests share nothing.
  public Ports(Cache cache, Database primary, Database replica, SessionStore sessions, JobQueue jobs) {
    this(cache, primary, replica, sessions, jobs, SingleFlight.absent());
  }
}
