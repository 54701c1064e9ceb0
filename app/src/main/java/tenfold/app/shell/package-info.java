/// The workbench: its view model, and the controllers of its FXML views.
@NullMarked
package tenfold.app.shell;

import org.jspecify.annotations.NullMarked;
