/// The window: where Tenfold starts, and its views.
///
/// Views are FXML with thin controllers over view models that know no control. Nothing may depend on this package
/// but the command line, which shares its charts.
@NullMarked
package tenfold.app;

import org.jspecify.annotations.NullMarked;
