/// The look: colours by meaning, fonts, icons, and how numbers are written. May import the JDK and JavaFX.
@NullMarked
package tenfold.app.look;

import org.jspecify.annotations.NullMarked;
