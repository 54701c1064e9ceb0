/// Experiments: many runs beside each other, and what they say of one design, of several, and of theory.
///
/// Belongs here: what is varied and compared, threads that share the runs, and the reading of a topology as a queueing
/// network. Does not belong here: one run (`tenfold.run`), formulas (`tenfold.theory`), words for the screen. The only
/// room of the engine that knows threads: each run still belongs to one of them.
@NullMarked
package tenfold.experiment;

import org.jspecify.annotations.NullMarked;
