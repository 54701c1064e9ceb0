/// What a cache keeps and what it gives up: keys with an end, and the policies that choose who makes room.
///
/// Belongs here: the algorithms of Redis, as plain data structures to which the time is told. Does not belong here:
/// simulated time, processes, parameters. May import the JDK only.
@NullMarked
package tenfold.component.caching;

import org.jspecify.annotations.NullMarked;
