package tenfold.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Window;
import tenfold.app.TenfoldApp;

/// How long a start takes, from the moment at which the JVM is asked for to the first frame in which the clock of the
/// simulation has moved: with what `app/bin/tenfold` keeps of a start, which must have opened the window once before,
/// and without. Needs a display: `xvfb-run -s "-screen 0 1920x1080x24"` will do. Prints the median of five.
///
/// Argument: the folder of the clone; without it the working folder.
public final class StartBenchmark {
  private static final int ROUNDS = 5;

  private StartBenchmark() {}

  /// The benchmark.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var app = Path.of(arguments.length > 0 ? arguments[0] : "").toAbsolutePath().resolve("app");
    var jars = app.resolve("target/app.jar") + ":" + Files.readString(app.resolve("target/classpath.txt")).strip();
    measure("without", app, List.of(), jars);
    measure("with", app, List.of("-XX:AOTCache=" + app.resolve("target/tenfold.aot")), jars);
  }

  private static void measure(String what, Path app, List<String> options, String jars)
      throws IOException, InterruptedException {
    var millis = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
          "@" + app.resolve("jvm.arguments"), "@" + app.resolve("window.arguments"),
          "-Djava.util.prefs.userRoot=" + Files.createTempDirectory("start")));
      command.addAll(options);
      command.addAll(List.of("-cp", jars + ":" + System.getProperty("java.class.path"), Start.class.getName(),
          Long.toString(System.currentTimeMillis())));
      var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("Tenfold did not start: " + said);
      }
      millis[round] = Long.parseLong(said);
    }
    Arrays.sort(millis);
    System.out.printf("%-8s median %d ms, of %s%n", what, millis[ROUNDS / 2], Arrays.toString(millis));
  }

  /// One start.
  static final class Start {
    private static final String STANDING = "00:00:00.000";

    /// Held here, because a list of windows that nobody holds forgets who listens.
    private static final ObservableList<Window> WINDOWS = Window.getWindows();

    private Start() {}

    /// Prints the milliseconds since the moment that it is given.
    public static void main(String[] arguments) {
      long began = Long.parseLong(arguments[0]);
      Thread.ofPlatform().daemon().start(() -> watch(began));
      TenfoldApp.open(List.of());
    }

    private static void watch(long began) {
      while (true) {
        try {
          Thread.sleep(2);
          Platform.runLater(() -> {
            WINDOWS.forEach(window -> look(window, began));
            WINDOWS.addListener((ListChangeListener<Window>) _ -> WINDOWS.forEach(window -> look(window, began)));
          });
          return;
        } catch (IllegalStateException tooEarly) {
          // There is no toolkit yet.
        } catch (InterruptedException ended) {
          return;
        }
      }
    }

    private static void look(Window window, long began) {
      Scene scene = window.getScene();
      scene.addPostLayoutPulseListener(() -> {
        if (scene.lookup(".clock") instanceof Label clock && !clock.getText().isEmpty()
            && !clock.getText().equals(STANDING)) {
          Platform.runLater(() -> {
            System.out.println(System.currentTimeMillis() - began);
            System.out.flush();
            Runtime.getRuntime().halt(0);
          });
        }
      });
    }
  }
}
