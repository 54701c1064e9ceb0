/// How a balancer chooses a peer and decides whether it is healthy: nginx's algorithms as plain objects, without
/// simulated time.
///
/// Calls, waits and retries belong to the balancer at work. May import the JDK only.
@NullMarked
package tenfold.component.balancing;

import org.jspecify.annotations.NullMarked;
