/// The command line: one class per command, and what writes their reports.
///
/// Belongs here: options, progress, reports as table, JSON and CSV, and what happens where no window can be opened.
/// Does not belong here: statistics (`tenfold.run` has them), threads that run replications (`tenfold.experiment`),
/// drawing (`tenfold.app.charts`) and pages (`tenfold.app.experiment`). May import everything of the engine, the
/// charts, findings and pages, picocli and Jackson, but no JavaFX.
@NullMarked
package tenfold.cli;

import org.jspecify.annotations.NullMarked;
