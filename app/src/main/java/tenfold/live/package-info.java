/// The co-op's real handlers, live: over HTTP, a relational database and a cache in this process or a Redis. Nothing is
/// simulated.
///
/// Belongs here: implementations of the ports by the world. May import `port`, `coop`, JDBC, the pool, Jedis, and the
/// JDK's HTTP server.
@NullMarked
package tenfold.live;

import org.jspecify.annotations.NullMarked;
