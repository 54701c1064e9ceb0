/// Charts, drawn by our own hand on a [Graphic], so that the window and a picture file come from the same code.
///
/// Belongs here: axes, curves, where labels go, files of charts, and the places for charts in the window. Does not
/// belong here: how the numbers are measured. May import `tenfold.app.look`, the marks of `tenfold.app.live`, and the
/// results of `tenfold.run` and `tenfold.experiment`.
@NullMarked
package tenfold.app.charts;

import org.jspecify.annotations.NullMarked;
