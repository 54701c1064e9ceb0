package tenfold.app;

import java.io.IOException;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.stage.Screen;
import javafx.stage.Stage;
import tenfold.app.canvas.HierarchicalArrangement;
import tenfold.app.files.DialogFileChoice;
import tenfold.app.files.Documents;
import tenfold.app.files.FileChoice;
import tenfold.app.live.Workbench;
import tenfold.app.look.Texts;
import tenfold.app.look.Theme;
import tenfold.app.shell.WorkbenchController;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;

/// The desktop application: one window with the workbench.
public final class TenfoldApp extends Application {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;

  /// For the JavaFX launcher.
  public TenfoldApp() {}

  @Override
  public void start(Stage stage) throws IOException {
    var screen = Screen.getPrimary().getVisualBounds();
    var window = open(stage, new DialogFileChoice(), size(screen));
    stage.setOnCloseRequest(_ -> window.workbench().close());
    stage.show();
    Thread.ofPlatform().daemon().name("tenfold-layout").start(() ->
        new HierarchicalArrangement().arrange(Gallery.scenario("growth-crisis").topology())); // The first one is slow.
  }

  /// What a window consists of.
  ///
  /// @param workbench its view model
  /// @param controller its controller
  /// @param theme its theme
  /// @param documents its files
  public record Window(Workbench workbench, WorkbenchController controller, Theme theme, Documents documents) {}

  /// Puts a workbench with the growth crisis, running, on a stage.
  public static Window open(Stage stage, FileChoice choice, Rectangle2D size) throws IOException {
    var theme = new Theme();
    theme.darkProperty().set(Platform.getPreferences().getColorScheme() == javafx.application.ColorScheme.DARK);
    var workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")));
    var loader = new FXMLLoader(
        Objects.requireNonNull(TenfoldApp.class.getResource("workbench.fxml")), Texts.bundle());
    Parent root = loader.load();
    WorkbenchController controller = loader.getController();
    var documents = new Documents(workbench, choice, () -> stage, new Dialogs());
    var scene = new Scene(root, size.getWidth(), size.getHeight());
    theme.dress(scene);
    controller.attach(workbench, theme, documents);
    controller.installKeys();
    stage.setScene(scene);
    stage.setTitle(Texts.get("app.name"));
    return new Window(workbench, controller, theme, documents);
  }

  private static Rectangle2D size(Rectangle2D screen) {
    return new Rectangle2D(0, 0, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
  }

  private static final class Dialogs implements Documents.Messages {
    @Override
    public void say(String sentence) {
      new Alert(Alert.AlertType.WARNING, sentence, ButtonType.OK).show();
    }

    @Override
    public boolean mayDiscardEdits() {
      return new Alert(Alert.AlertType.CONFIRMATION, Texts.get("files.discard"), ButtonType.OK, ButtonType.CANCEL)
          .showAndWait().filter(ButtonType.OK::equals).isPresent();
    }
  }
}
