/// The ports: what a handler may call, and what a node may offer. Five methods a port at most.
///
/// Simulated components, decorators and live adapters implement the same ports, so the co-op's code cannot tell
/// them apart. Calling a port is an ordinary method call that happens to take time. May import the JDK only.
@NullMarked
package tenfold.port;

import org.jspecify.annotations.NullMarked;
