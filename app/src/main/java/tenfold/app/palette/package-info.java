/// The palette: every kind of component, to be dragged or added by keyboard.
@NullMarked
package tenfold.app.palette;

import org.jspecify.annotations.NullMarked;
