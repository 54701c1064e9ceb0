package tenfold.pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import tenfold.app.Window;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench.Selection;
import tenfold.component.AppServer;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer;
import tenfold.lesson.LessonLibrary;
import tenfold.lesson.Step;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScheduledFault;

/// All screens there are, and how to come to them.
final class Screens {
  private final List<Screen> all = new ArrayList<>();

  /// @param name of the picture
  /// @param seconds it runs before it is drawn
  /// @param isMain whether it is drawn for a projector and in Spanish too
  /// @param prepare comes to it in a window that was just opened
  record Screen(String name, int seconds, boolean isMain, Consumer<Window> prepare) {}

  private Screens() {}

  /// All of them.
  static List<Screen> all() {
    var screens = new Screens();
    screens.workbench();
    screens.asked();
    screens.sheets();
    screens.opened();
    screens.canvas();
    screens.charts();
    screens.experiments();
    screens.lessons();
    return screens.all;
  }

  private void workbench() {
    screen("10-families", 8, _ -> {});
    screen("1000-families", 12, window -> window.workbench().families(1_000, Joining.ALONE));
    mainScreen("5000-families", 12, window -> window.workbench().families(5_000, Joining.ALONE));
    mainScreen("rescued", 12, Screens::rescue);
    mainScreen("past", 11, Screens::lookBack);
  }

  private void asked() {
    mainScreen("why", 10, window -> {
      window.workbench().families(1_000, Joining.ALONE);
      window.workbench().select(Selection.of("Server"));
      tab(window, "tab-why");
      after(8, () -> click(window, "#why-slowest"));
    });
    mainScreen("why-exact", 20, window -> {
      window.documents().openShipped("too-many-connections");
      tab(window, "tab-why");
      after(10, () -> click(window, "#why-exact-slowest"));
    });
    screen("why-exact-running", 30, window -> {
      window.workbench().speedProperty().set(Double.POSITIVE_INFINITY);
      tab(window, "tab-why");
      after(28, () -> click(window, "#why-exact-p99"));
    });
    screen("why-all", 10, window -> {
      window.documents().openShipped("sample-scaled");
      tab(window, "tab-why");
      after(8, () -> click(window, "#why-all"));
    });
    mainScreen("why-handler", 10, window -> {
      window.documents().openShipped("too-many-connections");
      tab(window, "tab-why");
      after(8, () -> click(window, "#why-p95"));
    });
    mainScreen("log", 12, window -> {
      window.documents().openShipped("sessions-in-memory");
      tab(window, "tab-faults");
      after(3, () -> window.workbench().suffer(new ScheduledFault(0, "Servers", 2, Fault.CRASH)));
      after(5, () -> window.workbench().suffer(new ScheduledFault(0, "Servers", 1, Fault.SLOW).lasting(5, 10)));
      after(6, () -> window.workbench().stack("Servers", 5));
    });
    mainScreen("selected", 6, window ->
        window.workbench().select(Selection.of("Server")));
    mainScreen("reference", 2, window -> click(window, "#menu-reference"));
    screen("reference-parameters", 3, window -> {
      click(window, "#menu-reference");
      window.scene().getRoot().applyCss();
      click(window, "#reference-database-primary");
      window.scene().getRoot().applyCss();
      window.scene().getRoot().layout();
      ((ScrollPane) window.scene().lookup("#reference .scroll-pane")).setVvalue(0.5);
    });
  }

  private void sheets() {
    mainScreen("start", 3, window -> click(window, "#menu-start"));
    mainScreen("scenarios", 3, window -> click(window, "#menu-scenarios"));
    screen("scenarios-end", 3, window -> {
      click(window, "#menu-scenarios");
      window.scene().getRoot().applyCss();
      window.scene().getRoot().layout();
      ((ScrollPane) window.scene().lookup("#scenarios .scroll-pane")).setVvalue(1);
    });
    screen("scenarios-found", 3, window -> {
      click(window, "#menu-scenarios");
      ((TextField) window.scene().lookup("#scenarios-search")).setText("shard");
    });
  }

  private void opened() {
    screen("sketch", 10, window -> {
      window.documents().openShipped("like-aws");
      click(window, "#menu-fit");
    });
    screen("link", 6, window -> {
      window.documents().openShipped("double-enrolment");
      selectLink(window, "Families", "Servers");
    });
    mainScreen("groups", 4, window -> {
      window.documents().openShipped("sample-scaled");
      window.workbench().select(Selection.of("Balancer"));
      window.scene().getRoot().applyCss();
      unfold(window, "#group-activeChecks", "#table-weights");
      window.scene().getRoot().applyCss();
      click(window, "#add-weights");
    });
    mainScreen("faults", 8, window -> {
      window.documents().openShipped("sample-scaled");
      window.workbench().faults(List.of(new ScheduledFault(20, "Servers", 3, Fault.CRASH),
          new ScheduledFault(30, "Primary", 0, Fault.HANG)));
      tab(window, "tab-faults");
    });
    screen("wrong-data", 12, window -> {
      window.documents().openShipped("ghost-name");
      window.workbench().speedProperty().set(100);
      tab(window, "tab-wrong");
    });
    mainScreen("incident", 12, window -> {
      window.documents().openShipped("ghost-name");
      window.workbench().speedProperty().set(100);
      tab(window, "tab-wrong"); // Its list is made when it is first shown.
      window.scene().getRoot().applyCss();
      var incidents = (ListView<?>) window.scene().lookup("#incidents");
      incidents.getItems().addListener((Observable _) -> Platform.runLater(() -> {
        if (incidents.getItems().size() > 40 && incidents.getSelectionModel().isEmpty()) {
          incidents.getSelectionModel().select(1);
        }
      }));
    });
    mainScreen("scaled", 12, window -> window.documents().openShipped("sample-scaled"));
    screen("scaling", 10, window -> {
      window.documents().openShipped("flapping");
      window.workbench().speedProperty().set(100);
      window.workbench().select(Selection.of("Auto-scaler"));
    });
  }

  private void canvas() {
    open("frames", "sample-scaled", CanvasScenes::frames);
    open("dropping", "sample-scaled", CanvasScenes::dropping);
    open("linking", "sample-scaled", CanvasScenes::linking);
    open("broken", "sample-scaled", CanvasScenes::broken);
    open("behind", "replica-lag", _ -> {});
    screen("calm", 12, window -> {
      window.theme().reducedMotionProperty().set(true);
      window.documents().openShipped("sample-scaled");
    });
    mainOpen("table", "sample-scaled", window -> {
      window.controller().canvas().tableProperty().set(true);
      window.workbench().select(Selection.of("Servers"));
    });
    open("help", "sample-scaled", window -> click(window, "#view-help"));
    open("naming", "sample-scaled", CanvasScenes::naming);
    open("several", "sample-scaled", CanvasScenes::several);
    open("jobs", "backlog", window -> window.workbench().select(Selection.of("Queue")));
    open("workers", "backlog", window -> window.workbench().select(Selection.of("Workers")));
    mainOpen("guarded", "two-sites", window -> {
      window.workbench().speedProperty().set(15);
      selectLink(window, "West", "Primary");
      unfold(window, "#group-guards", "#group-guards.retrying", "#group-guards.breaker", "#group-guards.limits");
    });
    open("lasting", "one-zone", window -> {
      window.workbench().faults(List.of(
          new ScheduledFault(10, "Servers", 0, Fault.PARTITION).to("Primary").lasting(0, 3_000),
          new ScheduledFault(10, "Servers", 2, Fault.SLOW).lasting(5, 3_000),
          new ScheduledFault(20, "b", 0, Fault.ZONE_OUTAGE).lasting(0, 3_000)));
      click(window, "#restart");
      tab(window, "tab-faults");
    });
    open("edges", "tokyo", window -> window.workbench().select(Selection.of("Tokyo edge")));
    open("shards", "resharding", window -> window.workbench().select(Selection.of("Router")));
    open("parted", "two-sites", window -> window.workbench().speedProperty().set(15));
    open("lag", "cqrs-lag", window -> window.workbench().select(Selection.of("Read model")));
  }

  private void charts() {
    mainScreen("charts", 10, window -> {
      window.documents().openShipped("sample-scaled");
      window.workbench().speedProperty().set(20);
      window.controller().charts().choose("utilisation,queues,growth");
    });
    screen("charts-wrong", 10, window -> {
      window.documents().openShipped("ghost-name");
      window.workbench().speedProperty().set(100);
      window.controller().charts().choose("cost,wrong,response");
    });
    screen("charts-pinned", 12, window -> {
      window.workbench().families(1_000, Joining.ALONE);
      after(5, () -> {
        window.controller().charts().pin();
        rescue(window);
        click(window, "#restart");
        window.controller().charts().paint();
      });
    });
    screen("charts-read", 14, window -> {
      window.workbench().families(300, Joining.ALONE);
      after(13, () -> List.of("#chart-1", "#chart-2", "#chart-3").forEach(id -> {
        var view = window.scene().lookup(id);
        view.fireEvent(new MouseEvent(MouseEvent.MOUSE_MOVED, 170, 60, 0, 0,
            MouseButton.NONE, 0, false, false, false, false, false, false, false, false, false,
            true, null));
      }));
    });
  }

  private void experiments() {
    experiment("replicate", 20, window ->
        ((TextField) window.scene().lookup("#experiment-replicate-runs")).setText("12"));
    experiment("sweep", 24, window -> {
      ((TextField) window.scene().lookup("#experiment-sweep-values")).setText("10:1000:7");
      ((TextField) window.scene().lookup("#experiment-sweep-runs")).setText("4");
    });
    experiment("parts", 30, window -> {
      window.workbench().open(ScenarioDocument.of(Gallery.scenario("growth-crisis")));
      ((TextField) window.scene().lookup("#experiment-parts-families")).setText("10:1000:7");
    });
    experiment("compare", 20, window ->
        window.workbench().families(300, Joining.ALONE));
    experiment("attempts", 40, window -> {
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
  }

  private void lessons() {
    mainScreen("lesson", 3, window -> take(window, "02-success-disaster"));
    mainScreen("lesson-judged", 12, window -> {
      take(window, "02-success-disaster");
      var lesson = window.controller().lesson().orElseThrow();
      lesson.goTo(1);
      lesson.lock(List.of(50.0, 300.0, 1_700.0));
    });
    screen("lesson-explain", 3, window -> {
      take(window, "02-success-disaster");
      var lesson = window.controller().lesson().orElseThrow();
      lesson.goTo(3);
      lesson.choose(0, "");
    });
    screen("lesson-build", 12, window -> {
      take(window, "02-success-disaster");
      var lesson = window.controller().lesson().orElseThrow();
      lesson.goTo(5);
      lesson.building().check();
    });
    screen("lesson-elsewhere", 4, window -> {
      take(window, "02-success-disaster");
      var lesson = window.controller().lesson().orElseThrow();
      lesson.goTo(5);
      lesson.open("start.json");
    });
    screen("lesson-silver", 14, window -> {
      take(window, "02-success-disaster");
      var lesson = window.controller().lesson().orElseThrow();
      lesson.goTo(5);
      window.workbench().open(ScenarioDocument.of(
          lesson.lesson().start().with(lesson.lesson().solutions().get("").withFamilies(1_000))));
      lesson.building().check();
    });
    LessonLibrary.FOLDERS.forEach(this::course);
    screen("lesson-reveal", 3, window -> {
      take(window, "02-success-disaster");
      window.controller().lesson().orElseThrow().goTo(6);
    });
  }

  /// A lesson of the course as it begins, where something is built in it, and where it reveals.
  private void course(String folder) {
    screen("course-" + folder, 4, window -> take(window, folder));
    screen("course-" + folder + "-build", 4, window -> takeTo(window, folder, Step.Build.class));
    screen("course-" + folder + "-reveal", 4, window -> takeTo(window, folder, Step.Reveal.class));
  }

  private static void takeTo(Window window, String folder, Class<? extends Step> kind) {
    take(window, folder);
    var lesson = window.controller().lesson().orElseThrow();
    lesson.goTo(IntStream.range(0, lesson.lesson().steps().size())
        .filter(i -> kind.isInstance(lesson.lesson().steps().get(i))).findFirst().orElseThrow());
  }

  private static void take(Window window, String folder) {
    window.controller().takeLesson(folder);
  }

  private void screen(String name, int seconds, Consumer<Window> prepare) {
    all.add(new Screen(name, seconds, false, prepare));
  }

  private void mainScreen(String name, int seconds, Consumer<Window> prepare) {
    all.add(new Screen(name, seconds, true, prepare));
  }

  /// A shipped scenario at its fastest, after it was prepared.
  private void open(String name, String scenario, Consumer<Window> prepare) {
    screen(name, 6, opened(scenario, prepare));
  }

  private void mainOpen(String name, String scenario, Consumer<Window> prepare) {
    mainScreen(name, 6, opened(scenario, prepare));
  }

  private static Consumer<Window> opened(String scenario, Consumer<Window> prepare) {
    return window -> {
      window.documents().openShipped(scenario);
      window.workbench().speedProperty().set(20);
      window.scene().getRoot().applyCss();
      prepare.accept(window);
    };
  }

  /// The Experiment sheet at work on a rescued growth crisis.
  private void experiment(String tab, int seconds, Consumer<Window> prepare) {
    mainScreen("experiment-" + tab, seconds, window -> {
      rescue(window);
      window.workbench().playingProperty().set(false);
      click(window, "#experiment-open");
      after(0.5, () -> click(window, "#experiment-" + tab));
      after(1, () -> {
        ((TextField) window.scene().lookup("#experiment-" + tab + "-length")).setText("5");
        ((TextField) window.scene().lookup("#experiment-" + tab + "-warmUp")).setText("5");
        prepare.accept(window);
        click(window, "#experiment-start");
      });
    });
  }

  /// Does something on the screen's thread some seconds later.
  static void after(double seconds, Runnable action) {
    var pause = new PauseTransition(Duration.seconds(seconds));
    pause.setOnFinished(_ -> action.run());
    pause.play();
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
      case ButtonBase button -> button.fire();
      case null, default -> window.scene().getRoot().lookupAll(".menu-button").stream()
          .map(node -> (MenuButton) node)
          .flatMap(menu -> menu.getItems().stream())
          .filter(item -> id.equals("#" + item.getId()))
          .forEach(MenuItem::fire);
    }
  }
}
