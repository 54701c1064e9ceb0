package tenfold.port;

import java.util.random.RandomGenerator;

/// All that the co-op's code can call. What is not wired is absent: see each port.
///
/// @param cache shared or local cache
/// @param primary the database that takes writes
/// @param replica where reads may go; the primary when there is no replica
/// @param sessions who is logged in
/// @param jobs work for later; without a queue it is done at once, while the caller waits
/// @param payments the service that takes payments
/// @param fetches how requests on one server share what they fetch
/// @param clock the time in which requests live
/// @param chance what decides where the code leaves something to chance
public record Ports(Cache cache, Database primary, Database replica, SessionStore sessions, JobQueue jobs,
    Payments payments, SingleFlight fetches, Clock clock, RandomGenerator chance) {}
