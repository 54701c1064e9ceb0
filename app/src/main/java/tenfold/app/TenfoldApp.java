package tenfold.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Screen;
import javafx.stage.Stage;
import tenfold.app.charts.ChartMemory;
import tenfold.app.files.DialogFileChoice;
import tenfold.app.files.Keeping;
import tenfold.app.live.Workbench;
import tenfold.app.look.LanguageMemory;
import tenfold.app.look.Texts;
import tenfold.app.look.ThemeMemory;

/// The desktop application: one window with the workbench.
public final class TenfoldApp extends Application {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;

  /// Made while the toolkit starts, which takes a second.
  private static final CompletableFuture<Workbench> WORKBENCH = CompletableFuture.supplyAsync(TenfoldApp::standing);

  /// JavaFX warns at every start that it is on the class path; that is on purpose. Held here, because loggers that
  /// nobody holds forget their level.
  private static final Logger JAVAFX_LOGGER = Logger.getLogger("javafx");

  /// The JDK warns when preferences cannot be written, which matters to nobody here.
  private static final Logger PREFERENCES_LOGGER = Logger.getLogger("java.util.prefs");

  /// Opens the window and comes back when it is closed.
  ///
  /// @param files scenario files to open; the first counts
  public static void open(List<String> files) {
    JAVAFX_LOGGER.setLevel(Level.SEVERE);
    PREFERENCES_LOGGER.setLevel(Level.OFF);
    Application.launch(TenfoldApp.class, files.toArray(String[]::new));
  }

  /// For the JavaFX launcher.
  public TenfoldApp() {}

  /// Time stands still in it until its window is there, which needs every core to open.
  private static Workbench standing() {
    var workbench = Window.growthCrisis();
    workbench.playingProperty().set(false);
    return workbench;
  }

  @Override
  public void start(Stage stage) throws IOException {
    var screen = Screen.getPrimary().getVisualBounds();
    var keeping = Keeping.ofUser();
    var languages = LanguageMemory.ofUser();
    Texts.speak(languages.language(Locale.getDefault()));
    var window = Window.open(WORKBENCH.join(), new DialogFileChoice(), () -> stage,
        Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()), keeping);
    var memory = ThemeMemory.ofUser();
    memory.keep(window.theme().paletteProperty());
    memory.keepSize(window.zoom().projectorProperty());
    languages.keep(window.controller().languageProperty());
    ChartMemory.ofUser().keep(window.controller().charts());
    stage.setScene(window.scene());
    stage.setTitle(Texts.get("app.name"));
    stage.setMaximized(screen.getWidth() <= WIDTH || screen.getHeight() <= HEIGHT);
    stage.setOnCloseRequest(request -> {
      if (!window.documents().mayLeave()) {
        request.consume();
      }
    });
    stage.setOnHidden(_ -> window.close());
    stage.show();
    window.workbench().playingProperty().set(true);
    boolean isFirst = keeping.recent().isFirstStart();
    var file = getParameters().getUnnamed().stream().findFirst().map(Path::of);
    file.ifPresent(window.documents()::open);
    if (!window.documents().leftovers().isEmpty() || file.isEmpty() && !isFirst) {
      window.controller().showStart();
    }
  }
}
