package tenfold.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.TabPane;
import javafx.scene.control.TitledPane;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;
import tenfold.app.Window;
import tenfold.app.files.FileChoice;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench.Selection;
import tenfold.app.look.Language;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;
import tenfold.component.AppServer;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScheduledFault;

/// Draws every screen into picture files, to be looked at: in each size, light and dark. Needs a display of at least
/// 1920×1080, such as `xvfb-run -s "-screen 0 1920x1080x24"` gives.
///
/// Arguments: the folder for the pictures, and optionally parts of the names of those that are wanted.
public final class Pictures {
  private static final int[][] SIZES = {{1366, 768}, {1920, 1080}};

  private final Path folder;
  private final List<String> wanted;

  private Pictures(Path folder, List<String> wanted) {
    this.folder = folder;
    this.wanted = wanted;
  }

  /// Draws the pictures.
  public static void main(String[] arguments) throws IOException {
    var folder = Path.of(arguments.length > 0 ? arguments[0] : "pictures");
    Files.createDirectories(folder);
    Platform.startup(() -> {});
    Platform.setImplicitExit(false);
    var pictures = new Pictures(folder, List.of(arguments).subList(Math.min(1, arguments.length), arguments.length));
    try {
      for (int[] size : SIZES) {
        for (var palette : Palette.values()) {
          pictures.draw(size[0], size[1], palette);
        }
      }
    } finally {
      Platform.exit();
    }
  }

  private void draw(int width, int height, Palette palette) {
    var suffix = "-" + width + "-" + palette;
    scene("10-families" + suffix, width, height, palette, 10, _ -> {});
    scene("1000-families" + suffix, width, height, palette, 14, window ->
        window.workbench().families(1_000, Joining.ALONE));
    scene("5000-families" + suffix, width, height, palette, 14, window ->
        window.workbench().families(5_000, Joining.ALONE));
    scene("rescued" + suffix, width, height, palette, 12, Pictures::rescue);
    scene("past" + suffix, width, height, palette, 11, Pictures::lookBack);
    scene("why" + suffix, width, height, palette, 10, window -> {
      window.workbench().families(1_000, Joining.ALONE);
      window.workbench().select(Selection.of("Server"));
      tab(window, "tab-why");
      after(8, () -> click(window, "#why-slowest"));
    });
    scene("why-exact" + suffix, width, height, palette, 20, window -> {
      window.documents().openShipped("too-many-connections");
      tab(window, "tab-why");
      after(10, () -> click(window, "#why-exact-slowest"));
    });
    scene("why-exact-running" + suffix, width, height, palette, 30, window -> {
      window.workbench().speedProperty().set(Double.POSITIVE_INFINITY);
      tab(window, "tab-why");
      after(28, () -> click(window, "#why-exact-p99"));
    });
    scene("why-all" + suffix, width, height, palette, 10, window -> {
      window.documents().openShipped("sample-scaled");
      tab(window, "tab-why");
      after(8, () -> click(window, "#why-all"));
    });
    scene("why-handler" + suffix, width, height, palette, 10, window -> {
      window.documents().openShipped("too-many-connections");
      tab(window, "tab-why");
      after(8, () -> click(window, "#why-p95"));
    });
    scene("log" + suffix, width, height, palette, 12, window -> {
      window.documents().openShipped("sessions-in-memory");
      tab(window, "tab-faults");
      after(3, () -> window.workbench().suffer(new ScheduledFault(0, "Servers", 2, Fault.CRASH)));
      after(5, () -> window.workbench().suffer(new ScheduledFault(0, "Servers", 1, Fault.SLOW).lasting(5, 10)));
      after(6, () -> window.workbench().stack("Servers", 5));
    });
    scene("projector" + suffix, width, height, palette, 8, window -> {
      window.zoom().projectorProperty().set(true);
      window.workbench().families(1_000, Joining.ALONE);
      tab(window, "tab-why");
    });
    scene("selected" + suffix, width, height, palette, 6, window ->
        window.workbench().select(Selection.of("Server")));
    scene("reference" + suffix, width, height, palette, 3, window -> {
      window.workbench().select(Selection.of("Server"));
      click(window, "#reference-open");
    });
    scene("reference-parameters" + suffix, width, height, palette, 3, window -> {
      window.workbench().select(Selection.of("Primary"));
      click(window, "#reference-open");
      window.scene().getRoot().applyCss();
      window.scene().getRoot().layout();
      ((javafx.scene.control.ScrollPane) window.scene().lookup("#reference .scroll-pane")).setVvalue(0.5);
    });
    scene("start" + suffix, width, height, palette, 3, window -> click(window, "#menu-start"));
    scene("scenarios" + suffix, width, height, palette, 3, window -> click(window, "#menu-scenarios"));
    scene("scenarios-end" + suffix, width, height, palette, 3, window -> {
      click(window, "#menu-scenarios");
      window.scene().getRoot().applyCss();
      window.scene().getRoot().layout();
      ((javafx.scene.control.ScrollPane) window.scene().lookup("#scenarios .scroll-pane")).setVvalue(1);
    });
    scene("scenarios-found" + suffix, width, height, palette, 3, window -> {
      click(window, "#menu-scenarios");
      ((javafx.scene.control.TextField) window.scene().lookup("#scenarios-search")).setText("shard");
    });
    scene("sketch" + suffix, width, height, palette, 10, window -> {
      window.documents().openShipped("like-aws");
      click(window, "#menu-fit");
    });
    scene("link" + suffix, width, height, palette, 6, window -> {
      window.documents().openShipped("double-enrolment");
      selectLink(window, "Families", "Servers");
    });
    scene("groups" + suffix, width, height, palette, 4, window -> {
      window.documents().openShipped("sample-scaled");
      window.workbench().select(Selection.of("Balancer"));
      window.scene().getRoot().applyCss();
      unfold(window, "#group-activeChecks", "#table-weights");
      window.scene().getRoot().applyCss();
      click(window, "#add-weights");
    });
    scene("faults" + suffix, width, height, palette, 8, window -> {
      window.documents().openShipped("sample-scaled");
      window.workbench().faults(List.of(new ScheduledFault(20, "Servers", 3, Fault.CRASH),
          new ScheduledFault(30, "Primary", 0, Fault.HANG)));
      tab(window, "tab-faults");
    });
    scene("wrong-data" + suffix, width, height, palette, 12, window -> {
      window.documents().openShipped("ghost-name");
      window.workbench().speedProperty().set(100);
      tab(window, "tab-wrong");
    });
    scene("incident" + suffix, width, height, palette, 12, window -> {
      window.documents().openShipped("ghost-name");
      window.workbench().speedProperty().set(100);
      var incidents = (javafx.scene.control.ListView<?>) window.scene().lookup("#incidents");
      incidents.getItems().addListener((javafx.beans.Observable _) -> Platform.runLater(() -> {
        if (incidents.getItems().size() > 40 && incidents.getSelectionModel().isEmpty()) {
          incidents.getSelectionModel().select(1);
        }
      }));
      tab(window, "tab-wrong");
    });
    scene("scaled" + suffix, width, height, palette, 12, window -> window.documents().openShipped("sample-scaled"));
    scene("scaling" + suffix, width, height, palette, 10, window -> {
      window.documents().openShipped("flapping");
      window.workbench().speedProperty().set(100);
      window.workbench().select(Selection.of("Auto-scaler"));
    });
    open("frames", "sample-scaled", suffix, CanvasScenes::frames);
    open("dropping", "sample-scaled", suffix, CanvasScenes::dropping);
    open("linking", "sample-scaled", suffix, CanvasScenes::linking);
    open("broken", "sample-scaled", suffix, CanvasScenes::broken);
    open("behind", "replica-lag", suffix, _ -> {});
    scene("calm" + suffix, width, height, palette, 12, window -> {
      window.theme().reducedMotionProperty().set(true);
      window.documents().openShipped("sample-scaled");
    });
    open("table", "sample-scaled", suffix, window -> {
      window.controller().canvas().tableProperty().set(true);
      window.workbench().select(Selection.of("Servers"));
    });
    open("help", "sample-scaled", suffix, window -> click(window, "#view-help"));
    open("naming", "sample-scaled", suffix, CanvasScenes::naming);
    open("several", "sample-scaled", suffix, CanvasScenes::several);
    open("jobs", "backlog", suffix, window -> window.workbench().select(Selection.of("Queue")));
    open("workers", "backlog", suffix, window -> window.workbench().select(Selection.of("Workers")));
    open("guarded", "two-sites", suffix, window -> {
      window.workbench().speedProperty().set(15);
      selectLink(window, "West", "Primary");
      unfold(window, "#group-guards", "#group-guards.retrying", "#group-guards.breaker", "#group-guards.limits");
    });
    open("lasting", "one-zone", suffix, window -> {
      window.workbench().faults(List.of(
          new ScheduledFault(10, "Servers", 0, Fault.PARTITION).to("Primary").lasting(0, 3_000),
          new ScheduledFault(10, "Servers", 2, Fault.SLOW).lasting(5, 3_000),
          new ScheduledFault(20, "b", 0, Fault.ZONE_OUTAGE).lasting(0, 3_000)));
      click(window, "#restart");
      tab(window, "tab-faults");
    });
    open("edges", "tokyo", suffix, window -> window.workbench().select(Selection.of("Tokyo edge")));
    open("shards", "resharding", suffix, window -> window.workbench().select(Selection.of("Router")));
    open("parted", "two-sites", suffix, window -> window.workbench().speedProperty().set(15));
    open("lag", "cqrs-lag", suffix, window -> window.workbench().select(Selection.of("Read model")));
    scene("charts" + suffix, width, height, palette, 10, window -> {
      window.documents().openShipped("sample-scaled");
      window.workbench().speedProperty().set(20);
      window.controller().charts().choose("utilisation,queues,growth");
    });
    scene("charts-wrong" + suffix, width, height, palette, 10, window -> {
      window.documents().openShipped("ghost-name");
      window.workbench().speedProperty().set(100);
      window.controller().charts().choose("cost,wrong,response");
    });
    scene("charts-pinned" + suffix, width, height, palette, 12, window -> {
      window.workbench().families(1_000, Joining.ALONE);
      after(5, () -> {
        window.controller().charts().pin();
        rescue(window);
        click(window, "#restart");
        window.controller().charts().paint();
      });
    });
    scene("charts-read" + suffix, width, height, palette, 14, window -> {
      window.workbench().families(300, Joining.ALONE);
      after(13, () -> List.of("#chart-1", "#chart-2", "#chart-3").forEach(id -> {
        var view = window.scene().lookup(id);
        view.fireEvent(new javafx.scene.input.MouseEvent(javafx.scene.input.MouseEvent.MOUSE_MOVED, 170, 60, 0, 0,
            javafx.scene.input.MouseButton.NONE, 0, false, false, false, false, false, false, false, false, false,
            true, null));
      }));
    });
    experiment("replicate", suffix, width, height, palette, 20, window ->
        ((javafx.scene.control.TextField) window.scene().lookup("#experiment-replicate-runs")).setText("12"));
    experiment("sweep", suffix, width, height, palette, 14, window -> {
      ((javafx.scene.control.TextField) window.scene().lookup("#experiment-sweep-values")).setText("10:1000:7");
      ((javafx.scene.control.TextField) window.scene().lookup("#experiment-sweep-runs")).setText("4");
    });
    experiment("parts", suffix, width, height, palette, 30, Pictures::fewFamilies);
    experiment("compare", suffix, width, height, palette, 20, window ->
        window.workbench().families(300, Joining.ALONE));
    experiment("attempts", suffix, width, height, palette, 40, window -> {
      window.workbench().families(300, Joining.ALONE);
      int[] stacks = {2, 4, 1, 9};
      for (int i = 0; i < stacks.length; i++) {
        int stack = stacks[i];
        after(9 * (i + 1), () -> {
          window.workbench().stack("Server 2", stack);
          click(window, "#experiment-start");
        });
      }
    });
    scene("lesson" + suffix, width, height, palette, 3, window -> click(window, "#lesson"));
    scene("lesson-judged" + suffix, width, height, palette, 12, window -> {
      click(window, "#lesson");
      window.scene().getRoot().applyCss();
      click(window, "#lesson-next");
      ((javafx.scene.control.TextField) window.scene().lookup("#prediction")).setText("1700");
      click(window, "#lock-and-run");
    });
    Texts.speak(Language.SPANISH);
    spanish(suffix, width, height, palette);
    Texts.speak(Language.ENGLISH);
  }

  private void spanish(String suffix, int width, int height, Palette palette) {
    scene("spanish-selected" + suffix, width, height, palette, 8, window -> {
      rescue(window);
      window.workbench().select(Selection.of("Server 2"));
    });
    scene("spanish-why" + suffix, width, height, palette, 10, window -> {
      window.workbench().families(1_000, Joining.ALONE);
      window.workbench().select(Selection.of("Server"));
      tab(window, "tab-why");
      after(8, () -> click(window, "#why-slowest"));
    });
    open("spanish-guarded", "two-sites", suffix, window -> {
      window.workbench().speedProperty().set(15);
      selectLink(window, "West", "Primary");
      unfold(window, "#group-guards", "#group-guards.retrying", "#group-guards.breaker", "#group-guards.limits");
    });
    open("spanish-table", "sample-scaled", suffix, window -> {
      window.controller().canvas().tableProperty().set(true);
      tab(window, "tab-faults");
    });
    scene("spanish-start" + suffix, width, height, palette, 3, window -> click(window, "#menu-start"));
    scene("spanish-reference" + suffix, width, height, palette, 3, window -> click(window, "#menu-reference"));
    scene("spanish-scenarios" + suffix, width, height, palette, 3, window -> click(window, "#menu-scenarios"));
    scene("spanish-lesson" + suffix, width, height, palette, 3, window -> click(window, "#lesson"));
    experiment("spanish", "parts", suffix, width, height, palette, 30, Pictures::fewFamilies);
    experiment("spanish", "compare", suffix, width, height, palette, 20, window ->
        window.workbench().families(300, Joining.ALONE));
  }

  /// One server takes little time to take apart.
  private static void fewFamilies(Window window) {
    window.workbench().open(ScenarioDocument.of(Gallery.scenario("growth-crisis")));
    ((javafx.scene.control.TextField) window.scene().lookup("#experiment-parts-families")).setText("10:1000:7");
  }

  /// The Experiment sheet at work on a rescued growth crisis.
  private void experiment(String tab, String suffix, int width, int height, Palette palette, int seconds,
      Consumer<Window> prepare) {
    experiment("experiment", tab, suffix, width, height, palette, seconds, prepare);
  }

  private void experiment(String name, String tab, String suffix, int width, int height, Palette palette, int seconds,
      Consumer<Window> prepare) {
    scene(name + "-" + tab + suffix, width, height, palette, seconds, window -> {
      rescue(window);
      window.workbench().playingProperty().set(false);
      click(window, "#experiment-open");
      click(window, "#experiment-" + tab);
      window.scene().getRoot().applyCss();
      ((javafx.scene.control.TextField) window.scene().lookup("#experiment-" + tab + "-length")).setText("5");
      ((javafx.scene.control.TextField) window.scene().lookup("#experiment-" + tab + "-warmUp")).setText("5");
      prepare.accept(window);
      click(window, "#experiment-start");
    });
  }

  /// Does something on the screen's thread some seconds later.
  private static void after(int seconds, Runnable action) {
    var pause = new javafx.animation.PauseTransition(javafx.util.Duration.seconds(seconds));
    pause.setOnFinished(_ -> action.run());
    pause.play();
  }

  /// A shipped scenario at its fastest, after it was prepared.
  private void open(String name, String scenario, String suffix, Consumer<Window> prepare) {
    var size = suffix.split("-");
    int width = Integer.parseInt(size[1]);
    var palette = Palette.valueOf(size[2].toUpperCase(java.util.Locale.ROOT));
    scene(name + suffix, width, width == SIZES[0][0] ? SIZES[0][1] : SIZES[1][1], palette, 6, window -> {
      window.documents().openShipped(scenario);
      window.workbench().speedProperty().set(20);
      window.scene().getRoot().applyCss();
      prepare.accept(window);
    });
  }

  private static void selectLink(Window window, String from, String to) {
    var link = window.workbench().topologyProperty().get().link(from, to);
    window.workbench().select(new Selection(Set.of(), link));
  }

  private static void unfold(Window window, String... groups) {
    window.scene().getRoot().applyCss();
    for (var group : groups) {
      window.scene().getRoot().lookupAll(".foldable").stream().map(TitledPane.class::cast)
          .filter(pane -> group.equals("#" + pane.getId())).forEach(pane -> pane.setExpanded(true));
    }
  }

  /// Looks back at what was, after a while with some edits.
  private static void lookBack(Window window) {
    var workbench = window.workbench();
    workbench.families(1_000, Joining.ALONE);
    after(5, () -> workbench.stack("Server", 3));
    after(9, () -> workbench.time().lookBack(workbench.time().newestSeconds() * 0.6));
  }

  private static void tab(Window window, String id) {
    var tabs = (TabPane) window.scene().lookup(".side-tabs");
    tabs.getTabs().stream().filter(tab -> id.equals(tab.getId())).forEach(tabs.getSelectionModel()::select);
  }

  private static void after(double seconds, Runnable action) {
    var pause = new javafx.animation.PauseTransition(javafx.util.Duration.seconds(seconds));
    pause.setOnFinished(_ -> action.run());
    pause.play();
  }

  private static void rescue(Window window) {
    var workbench = window.workbench();
    workbench.families(1_000, Joining.ALONE);
    workbench.add(new LoadBalancer(), 230, 180);
    var server = workbench.add(new AppServer(), 400, 300);
    workbench.stack(server, 15);
    click(window, "#menu-tidy");
  }

  private static void click(Window window, String id) {
    switch (window.scene().lookup(id)) {
      case javafx.scene.control.ButtonBase button -> button.fire();
      case null, default -> window.scene().getRoot().lookupAll(".menu-button").stream()
          .map(node -> (javafx.scene.control.MenuButton) node)
          .flatMap(menu -> menu.getItems().stream())
          .filter(item -> id.equals("#" + item.getId()))
          .forEach(javafx.scene.control.MenuItem::fire);
    }
  }

  /// Opens a window, prepares it, lets it run for `seconds` and takes the picture.
  private void scene(String name, int width, int height, Palette palette, int seconds, Consumer<Window> prepare) {
    if (!wanted.isEmpty() && wanted.stream().noneMatch(name::contains)) {
      return;
    }
    var window = onScreen(() -> {
      try {
        var opened = Window.open(FileChoice.none(), () -> null, width, height);
        opened.theme().paletteProperty().set(palette);
        var stage = new Stage(StageStyle.UNDECORATED);
        stage.setScene(opened.scene());
        stage.show();
        return opened;
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    });
    pause(3);
    onScreen(() -> {
      prepare.accept(window);
      return true;
    });
    pause(seconds);
    var image = onScreen(() -> window.scene().snapshot(null));
    write(image, folder.resolve(name + ".png"));
    onScreen(() -> {
      window.close();
      window.scene().getWindow().hide();
      return true;
    });
    System.out.println(name);
  }

  private static <T> T onScreen(java.util.function.Supplier<T> work) {
    var result = new AtomicReference<T>();
    var failure = new AtomicReference<RuntimeException>();
    var done = new CountDownLatch(1);
    Platform.runLater(() -> {
      try {
        result.set(work.get());
      } catch (RuntimeException broken) {
        failure.set(broken);
      } finally {
        done.countDown();
      }
    });
    try {
      done.await();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
    if (failure.get() != null) {
      throw failure.get();
    }
    return result.get();
  }

  private static void pause(int seconds) {
    try {
      Thread.sleep(1_000L * seconds);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  private static void write(Image image, Path file) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
