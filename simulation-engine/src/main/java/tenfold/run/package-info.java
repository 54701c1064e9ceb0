/// Makes a scenario run: assembles its topology, carries edits into the running system, and gathers results.
///
/// Belongs here: one seeded run (a replication), several of them (an experiment), what they measure, and the
/// pictures of a running system. Does not belong here: threads and wall-clock time; whoever calls brings them.
/// May import everything of the engine.
@NullMarked
package tenfold.run;

import org.jspecify.annotations.NullMarked;
