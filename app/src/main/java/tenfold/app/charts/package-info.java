/// Charts, drawn by our own hand on a [Graphic], so that the window and a picture file come from the same code.
///
/// Belongs here: axes, curves, and where labels go. Does not belong here: where the numbers come from.
@NullMarked
package tenfold.app.charts;

import org.jspecify.annotations.NullMarked;
