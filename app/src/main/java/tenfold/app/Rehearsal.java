package tenfold.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.util.Duration;
import tenfold.app.files.FileChoice;
import tenfold.app.live.EditHistory.Joining;

/// Opens the window, uses it for some seconds and closes it, so that the JVM can keep what a start needs: run by
/// `app/bin/tenfold` with `-XX:AOTCacheOutput` after each build (JEP 514 and 515), without a display and without
/// touching the user's settings.
public final class Rehearsal {
  private static final Duration A_WHILE = Duration.seconds(1.5);

  private Rehearsal() {}

  /// The rehearsal.
  public static void main(String[] arguments) {
    Thread.setDefaultUncaughtExceptionHandler((_, failure) -> {
      failure.printStackTrace();
      Runtime.getRuntime().halt(1);
    });
    Platform.startup(() -> {
      var stage = new Stage();
      var window = open(stage);
      play(new ArrayDeque<>(List.of(
          window.controller()::showStart,
          window.controller()::showScenarios,
          () -> window.documents().openShipped("sample-scaled"),
          window.controller()::showReference,
          () -> window.workbench().families(10_000, Joining.ALONE),
          () -> {
            stage.hide();
            window.close();
            Platform.exit();
          })));
    });
  }

  private static Window open(Stage stage) {
    try {
      var window = Window.open(FileChoice.none(), () -> stage, 1366, 768);
      stage.setScene(window.scene());
      stage.show();
      return window;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Does one thing after the other, each after a while.
  private static void play(Queue<Runnable> scenes) {
    var pause = new PauseTransition(A_WHILE);
    pause.setOnFinished(_ -> {
      scenes.remove().run();
      if (!scenes.isEmpty()) {
        play(scenes);
      }
    });
    pause.play();
  }
}
