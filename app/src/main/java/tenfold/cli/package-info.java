/// The command line: one class per command, and what runs experiments and writes their reports.
///
/// Belongs here: options, threads that run replications, progress, reports as table, JSON and CSV, and what happens
/// where no window can be opened. Does not belong here: statistics (`tenfold.run` has them) and drawing
/// (`tenfold.app.charts`). May import everything of the engine, the charts, picocli and Jackson, but no JavaFX.
@NullMarked
package tenfold.cli;

import org.jspecify.annotations.NullMarked;
