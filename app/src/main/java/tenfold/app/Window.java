package tenfold.app;

import java.io.IOException;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import tenfold.app.files.Documents;
import tenfold.app.files.FileChoice;
import tenfold.app.files.Keeping;
import tenfold.app.live.Workbench;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;
import tenfold.app.look.Theme;
import tenfold.app.look.Zoom;
import tenfold.app.shell.WorkbenchController;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;

/// A window's content: the workbench with its view model, theme and files.
///
/// @param scene what the stage shows
/// @param workbench the view model
/// @param controller connects the two
/// @param theme light or dark
/// @param zoom life size or larger
/// @param documents opens and saves
public record Window(
    Scene scene, Workbench workbench, WorkbenchController controller, Theme theme, Zoom zoom, Documents documents) {

  /// A workbench with the growth crisis, running, that remembers nothing of the user.
  ///
  /// @param owner the stage that dialogs belong to
  /// @param width in pixels
  /// @param height in pixels
  public static Window open(
      FileChoice choice, Supplier<javafx.stage.@Nullable Window> owner, double width, double height)
      throws IOException {
    return open(choice, owner, width, height, Keeping.apart());
  }

  /// A workbench with the growth crisis, running.
  ///
  /// @param owner the stage that dialogs belong to
  /// @param width in pixels
  /// @param height in pixels
  /// @param keeping where it remembers things
  public static Window open(
      FileChoice choice, Supplier<javafx.stage.@Nullable Window> owner, double width, double height, Keeping keeping)
      throws IOException {
    return open(growthCrisis(), choice, owner, width, height, keeping);
  }

  /// What every window begins with. Needs no toolkit, so that it can be made while that starts.
  static Workbench growthCrisis() {
    return new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")));
  }

  /// Shows a workbench.
  ///
  /// @param owner the stage that dialogs belong to
  /// @param width in pixels
  /// @param height in pixels
  /// @param keeping where it remembers things
  static Window open(Workbench workbench, FileChoice choice, Supplier<javafx.stage.@Nullable Window> owner,
      double width, double height, Keeping keeping) throws IOException {
    boolean isDark = Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
    var theme = new Theme(isDark ? Palette.DARK : Palette.LIGHT);
    theme.reducedMotionProperty().set(Platform.getPreferences().isReducedMotion());
    var documents = new Documents(workbench, choice, owner, new Dialogs(theme, owner), keeping);
    var loader = new FXMLLoader(Objects.requireNonNull(Window.class.getResource("workbench.fxml")), Texts.bundle());
    var zoom = new Zoom(loader.<Parent>load());
    WorkbenchController controller = loader.getController();
    controller.attach(workbench, theme, documents, zoom.projectorProperty());
    var scene = new Scene(zoom, width, height); // Last, so that everything is dressed once.
    theme.dress(scene);
    controller.enter();
    return new Window(scene, workbench, controller, theme, zoom, documents);
  }

  /// Ends what runs behind it.
  public void close() {
    controller.close();
    documents.close();
    workbench.close();
  }
}
