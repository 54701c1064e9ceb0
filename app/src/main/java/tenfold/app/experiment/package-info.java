/// Experiments on screen and in files: what was found, as texts, tables and charts, and the sheet that asks for it.
///
/// Belongs here: words and pages of results, the Experiment sheet and what it keeps. Does not belong here: running
/// experiments (`tenfold.experiment`) and drawing charts (`tenfold.app.charts`). Findings and pages know no JavaFX, as
/// the command line writes them too.
@NullMarked
package tenfold.app.experiment;

import org.jspecify.annotations.NullMarked;
