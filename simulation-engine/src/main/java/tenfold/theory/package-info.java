/// Queueing theory: closed formulas that a simulation can be held against.
///
/// Belongs here: pure functions, each with its source. Does not belong here: anything that draws a random
/// number or knows a component. May import commons-math3.
@NullMarked
package tenfold.theory;

import org.jspecify.annotations.NullMarked;
