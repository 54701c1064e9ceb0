/// The topology as a table, for those who do not drag: everything that can be done with the drawing, by keyboard.
@NullMarked
package tenfold.app.table;

import org.jspecify.annotations.NullMarked;
