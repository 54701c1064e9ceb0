package tenfold.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tenfold.app.Window;
import tenfold.app.files.FileChoice;
import tenfold.app.live.Workbench;
import tenfold.app.look.Palette;
import tenfold.run.Point;
import tenfold.run.Snapshot.NodeView;

/// What the tests of the window share: an open window that runs, a robot, a mouse, and waiting.
@ResourceLock("the window")
abstract class WindowTest {
  /// The headless screen has 1000×1000 pixels.
  private static final double WIDTH = 1_000;
  private static final double HEIGHT = 760;

  final FxRobot robot = new FxRobot();
  final Files files = new Files();
  Window window;
  Workbench workbench;
  Mouse mouse;

  @BeforeEach
  void openWindow() throws TimeoutException {
    Stage stage = FxToolkit.registerPrimaryStage();
    FxToolkit.setupFixture(() -> {
      try {
        window = Window.open(files, () -> stage, WIDTH, HEIGHT);
      } catch (IOException broken) {
        throw new IllegalStateException(broken);
      }
      window.theme().paletteProperty().set(Palette.LIGHT);
      stage.setScene(window.scene());
      stage.setWidth(WIDTH); // All tests have one stage, which keeps the size that the last one gave it.
      stage.setHeight(HEIGHT);
      stage.show();
    });
    workbench = window.workbench();
    mouse = new Mouse(window.scene());
    waitUntil("the first picture", 10, () -> workbench.snapshotProperty().get() != null);
  }

  @AfterEach
  void closeWindow() throws TimeoutException {
    FxToolkit.setupFixture(window::close);
    FxToolkit.cleanupStages();
  }

  /// The node with that id.
  Node find(String id) {
    return robot.lookup("#" + id).query();
  }

  /// Does something on the screen's thread.
  void onScreen(Runnable action) {
    Platform.runLater(action);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// The pane on the right.
  TabPane sideTabs() {
    return robot.lookup(".side-tabs").queryAs(TabPane.class);
  }

  /// Brings a part of the pane on the right to the front.
  void showTab(String id) {
    onScreen(() -> {
      sideTabs().getTabs().stream().filter(tab -> id.equals(tab.getId()))
          .forEach(sideTabs().getSelectionModel()::select);
      sideTabs().applyCss();
      sideTabs().layout();
    });
  }

  /// Waits until something is so, at most `seconds` of wall time; the bound only keeps a broken build from hanging.
  static void waitUntil(String what, int seconds, Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, condition);
    } catch (TimeoutException late) {
      throw new AssertionError("waited in vain for " + what, late);
    }
  }

  /// The newest point of the charts, or NaN.
  double newest(ToDoubleFunction<Point> value) {
    var points = WaitForAsyncUtils.waitForAsyncFx(5_000, workbench::points);
    return points.isEmpty() ? Double.NaN : value.applyAsDouble(points.getLast());
  }

  /// What a node does now.
  Optional<NodeView> view(String name) {
    return workbench.snapshotProperty().get().nodes().stream().filter(node -> node.name().equals(name)).findFirst();
  }

  /// Gives the file that a test has put in.
  static final class Files implements FileChoice {
    Optional<Path> next = Optional.empty();

    @Override
    public Optional<Path> open(javafx.stage.Window owner) {
      return next;
    }

    @Override
    public Optional<Path> openTrace(javafx.stage.Window owner) {
      return next;
    }

    @Override
    public Optional<Path> openPrices(javafx.stage.Window owner) {
      return next;
    }

    @Override
    public Optional<Path> save(javafx.stage.Window owner, String suggestedName) {
      return next;
    }

    @Override
    public Optional<Path> export(javafx.stage.Window owner, String suggestedName, String ending) {
      return next;
    }
  }
}
