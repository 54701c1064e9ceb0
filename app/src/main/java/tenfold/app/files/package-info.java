/// Choosing, opening and saving scenario files.
@NullMarked
package tenfold.app.files;

import org.jspecify.annotations.NullMarked;
