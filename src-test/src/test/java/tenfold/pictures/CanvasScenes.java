package tenfold.pictures;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import tenfold.app.Window;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Editing;
import tenfold.app.live.Workbench.Selection;
import tenfold.component.Fault;
import tenfold.scenario.ScheduledFault;

/// What is to be seen of editing on the canvas.
final class CanvasScenes {
  private CanvasScenes() {}

  /// A region around the data and a note.
  static void frames(Window window) {
    var editing = new Editing(window.workbench());
    select(window, "Cache", "Primary", "Replicas");
    editing.change(editing.addFrame(0, 0), frame -> frame.named("Data"), Joining.ALONE);
    var note = editing.addNote(60, 20);
    editing.change(note, frame -> frame.named("Look here")
        .saying("The replicas answer most reads. What happens to a name that was just changed?"), Joining.ALONE);
    window.workbench().select(Selection.NONE);
    window.controller().fit();
  }

  /// A server is dragged in and not let go yet.
  static void dropping(Window window) {
    var item = window.scene().lookup("#palette-app-server");
    var canvas = window.controller().canvas();
    atEachSize(window, () -> drag(item, canvas.localToScene(canvas.getWidth() * 0.5, canvas.getHeight() * 0.78)));
  }

  /// A link is drawn from the servers and is over what they cannot call.
  static void linking(Window window) {
    window.workbench().toggleLink("Servers", "Cache");
    window.workbench().toggleLink("Servers", "Replicas");
    atEachSize(window, () -> {
      var port = window.scene().lookup("#node-Servers").lookup(".port");
      port.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, port.localToScene(4, 4)));
      port.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, window.scene().lookup("#node-Balancer").localToScene(60, 40)));
    });
  }

  /// A name is typed that is taken.
  static void naming(Window window) {
    select(window, "Cache");
    window.scene().getRoot().layout();
    window.controller().fit();
    window.controller().canvas().actions().run("rename");
    ((javafx.scene.control.TextField) window.scene().lookup("#part-name")).setText("Primary");
  }

  /// One of the servers is down, another hangs, some were taken away, and the cache is down.
  static void broken(Window window) {
    var workbench = window.workbench();
    workbench.speedProperty().set(1);
    workbench.stack("Servers", 7);
    workbench.suffer(new ScheduledFault(0, "Servers", 2, Fault.CRASH));
    workbench.suffer(new ScheduledFault(0, "Servers", 4, Fault.HANG));
    workbench.suffer(new ScheduledFault(0, "Primary", 0, Fault.CRASH));
  }

  /// The mouse does something now and whenever the window has got another size and shows the whole drawing in it.
  private static void atEachSize(Window window, Runnable gesture) {
    window.scene().widthProperty().subscribe(_ -> Screens.after(0.3, () -> {
      window.controller().fit();
      gesture.run();
    }));
  }

  private static void drag(javafx.scene.Node node, Point2D to) {
    node.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, node.localToScene(10, 10)));
    node.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, to));
  }

  private static MouseEvent mouse(EventType<MouseEvent> type, Point2D place) {
    return new MouseEvent(type, place.getX(), place.getY(), place.getX(), place.getY(), MouseButton.PRIMARY, 1, false,
        false, false, false, true, false, false, false, false, true, null);
  }

  /// Several nodes are selected.
  static void several(Window window) {
    select(window, "Servers", "Cache", "Primary");
  }

  private static void select(Window window, String... names) {
    window.workbench().select(new Selection(new LinkedHashSet<>(List.of(names)), Optional.empty(), Set.of()));
  }
}
