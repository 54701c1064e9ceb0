package tenfold.app;

import java.io.IOException;
import javafx.application.Application;
import javafx.stage.Screen;
import javafx.stage.Stage;
import tenfold.app.charts.ChartMemory;
import tenfold.app.files.DialogFileChoice;
import tenfold.app.look.Texts;
import tenfold.app.look.ThemeMemory;

/// The desktop application: one window with the workbench.
public final class TenfoldApp extends Application {
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;

  /// For the JavaFX launcher.
  public TenfoldApp() {}

  @Override
  public void start(Stage stage) throws IOException {
    var screen = Screen.getPrimary().getVisualBounds();
    var window = Window.open(new DialogFileChoice(), () -> stage,
        Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
    ThemeMemory.ofUser().keep(window.theme().darkProperty());
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
  }
}
