/// Which shard of a divided database has which key: maps as plain values, without simulated time.
///
/// Statements, copies and waits belong to the router at work. May import the JDK and [tenfold.component.balancing].
@NullMarked
package tenfold.component.sharding;

import org.jspecify.annotations.NullMarked;
