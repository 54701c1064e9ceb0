/// Charts, drawn by our own hand on a [Graphic], so that the window and a picture file come from the same code.
///
/// Belongs here: axes, curves, and where labels go. Does not belong here: how the numbers are measured. May import
/// `tenfold.app.look` and the results of `tenfold.run`.
@NullMarked
package tenfold.app.charts;

import org.jspecify.annotations.NullMarked;
