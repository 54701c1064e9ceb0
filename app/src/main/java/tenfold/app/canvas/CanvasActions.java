package tenfold.app.canvas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Editing;
import tenfold.app.live.Workbench;
import tenfold.app.look.Texts;
import tenfold.topology.Alignment;

/// Everything that can be done with the drawing, each by name and by key: the menus and the keys are made of these.
public final class CanvasActions {
  private static final String SEPARATOR = "";
  private static final double ZOOM_STEP = 1.25;

  private final CanvasView canvas;
  private final Workbench workbench;
  private final Editing editing;
  private final Map<String, Action> actions = new LinkedHashMap<>();

  /// Where a menu was opened on the canvas, in canvas units; the middle of the view when none was.
  private Optional<Point2D> place = Optional.empty();

  /// One of them.
  ///
  /// @param id its name in the bundle, after "action."
  /// @param key the key that does it; null for none
  /// @param label its text in a menu
  /// @param isPossible whether it would change something now
  /// @param run does it
  private record Action(
      String id, @Nullable KeyCombination key, Supplier<String> label, BooleanSupplier isPossible, Runnable run) {
    MenuItem item() {
      var item = new MenuItem(label.get());
      item.setId("action-" + id.replace('.', '-'));
      item.setAccelerator(key);
      item.setDisable(!isPossible.getAsBoolean());
      item.setOnAction(_ -> run.run());
      return item;
    }
  }

  CanvasActions(CanvasView canvas, Workbench workbench) {
    this.canvas = canvas;
    this.workbench = workbench;
    this.editing = new Editing(workbench);
    edits();
    parts();
    views();
  }

  /// Edits of the selection.
  public Editing editing() {
    return editing;
  }

  /// The menu of all edits and views, as it is now.
  public List<MenuItem> editMenu() {
    return items("undo", "redo", SEPARATOR, "cut", "copy", "paste", "duplicate", "delete", SEPARATOR, "selectAll",
        "rename", "align", SEPARATOR, "note", "region", SEPARATOR, "tidy", "fit", "zoomIn", "zoomOut", "lifeSize",
        "minimap", "table");
  }

  /// The menu of one node.
  List<MenuItem> nodeMenu() {
    return items("link", "rename", "more", "fewer", SEPARATOR, "cut", "copy", "duplicate", "region", SEPARATOR,
        "delete");
  }

  /// The menu of several parts.
  List<MenuItem> severalMenu() {
    return items("align", SEPARATOR, "cut", "copy", "duplicate", "region", SEPARATOR, "delete");
  }

  /// The menu of a frame.
  List<MenuItem> frameMenu() {
    return items("rename", SEPARATOR, "cut", "copy", "duplicate", SEPARATOR, "delete");
  }

  /// The menu of a link.
  List<MenuItem> linkMenu() {
    return items("delete");
  }

  /// The menu of the empty canvas.
  ///
  /// @param where it was opened, in canvas units
  List<MenuItem> emptyMenu(Point2D where) {
    place = Optional.of(where);
    return items("paste", "selectAll", SEPARATOR, "note", "region", SEPARATOR, "undo", "redo", SEPARATOR, "tidy", "fit",
        "zoomIn", "zoomOut", "minimap", "table");
  }

  /// Lets the keys work anywhere in the window.
  public void installKeys(Scene scene) {
    actions.values().stream().filter(action -> action.key != null && isSafe(action.key)).forEach(action ->
        scene.getAccelerators().put(action.key, () -> run(action.id)));
    scene.getAccelerators().put(control(KeyCode.ADD), () -> run("zoomIn"));
    scene.getAccelerators().put(control(KeyCode.PLUS), () -> run("zoomIn"));
    scene.getAccelerators().put(control(KeyCode.SUBTRACT), () -> run("zoomOut"));
    scene.getAccelerators().put(control(KeyCode.Z, KeyCombination.SHIFT_DOWN), () -> run("redo"));
  }

  /// Does one, if it is possible now.
  public void run(String id) {
    var action = actions.get(id);
    place = Optional.empty();
    if (action.isPossible.getAsBoolean()) {
      action.run.run();
    }
  }

  /// Keys without a modifier mean something else where text is typed; the canvas takes those itself.
  private static boolean isSafe(KeyCombination key) {
    return key.getShortcut() == KeyCombination.ModifierValue.DOWN || key.match(keyPress(KeyCode.F2));
  }

  private static javafx.scene.input.KeyEvent keyPress(KeyCode code) {
    return new javafx.scene.input.KeyEvent(
        javafx.scene.input.KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
  }

  private void edits() {
    add("undo", control(KeyCode.Z), () -> workbench.undoable().map(label -> Texts.get("action.undo.of", label))
        .orElse(Texts.get("action.undo")), () -> workbench.undoable().isPresent(), workbench::undo);
    add("redo", control(KeyCode.Y), () -> workbench.redoable().map(label -> Texts.get("action.redo.of", label))
        .orElse(Texts.get("action.redo")), () -> workbench.redoable().isPresent(), workbench::redo);
    add("cut", control(KeyCode.X), this::hasParts, () -> {
      copy();
      workbench.deleteSelection();
    });
    add("copy", control(KeyCode.C), this::hasParts, this::copy);
    add("paste", control(KeyCode.V), () -> Clipboard.getSystemClipboard().hasString(), this::paste);
    add("duplicate", control(KeyCode.D), this::hasParts, editing::duplicate);
    add("delete", new KeyCodeCombination(KeyCode.DELETE), () -> hasParts() || selection().link().isPresent(),
        workbench::deleteSelection);
    add("selectAll", control(KeyCode.A), () -> true, editing::selectAll);
  }

  private void parts() {
    add("rename", new KeyCodeCombination(KeyCode.F2), () -> selected() == 1, canvas::editSelected);
    add("link", new KeyCodeCombination(KeyCode.L), () -> selection().nodes().size() == 1, canvas::beginLink);
    add("more", new KeyCodeCombination(KeyCode.PLUS), this::hasNodes, () -> editing.stack(1));
    add("fewer", new KeyCodeCombination(KeyCode.MINUS), this::hasNodes, () -> editing.stack(-1));
    var keys = Map.of(Alignment.LEFT, KeyCode.LEFT, Alignment.RIGHT, KeyCode.RIGHT, Alignment.TOP, KeyCode.UP,
        Alignment.BOTTOM, KeyCode.DOWN, Alignment.CENTRE, KeyCode.C, Alignment.MIDDLE, KeyCode.M,
        Alignment.ACROSS, KeyCode.H, Alignment.DOWN, KeyCode.V);
    for (var alignment : Alignment.values()) {
      add("align." + alignment, control(keys.get(alignment), KeyCombination.SHIFT_DOWN),
          () -> Texts.get("edit.align." + alignment),
          () -> selection().nodes().size() >= alignment.least(), () -> editing.align(alignment));
    }
    add("note", control(KeyCode.N, KeyCombination.SHIFT_DOWN), () -> true, () ->
        canvas.edit(editing.addNote(there().getX(), there().getY())));
    add("region", control(KeyCode.G), () -> true, () ->
        canvas.edit(editing.addFrame(there().getX(), there().getY())));
    add("tidy", control(KeyCode.T), () -> true, canvas::tidy);
  }

  private void views() {
    add("fit", control(KeyCode.DIGIT0), () -> true, canvas::fit);
    add("zoomIn", control(KeyCode.EQUALS), () -> true, () -> canvas.zoom(ZOOM_STEP));
    add("zoomOut", control(KeyCode.MINUS), () -> true, () -> canvas.zoom(1 / ZOOM_STEP));
    add("lifeSize", control(KeyCode.DIGIT1), () -> true, () -> canvas.zoom(1 / canvas.viewport().scale()));
    add("minimap", control(KeyCode.M), () -> true, canvas.minimap()::toggle);
    add("table", control(KeyCode.DIGIT2), () -> true, canvas::toggleTable);
  }

  private void add(String id, KeyCombination key, BooleanSupplier isPossible, Runnable run) {
    add(id, key, () -> Texts.get("action." + id), isPossible, run);
  }

  private void add(
      String id, KeyCombination key, Supplier<String> label, BooleanSupplier isPossible, Runnable run) {
    actions.put(id, new Action(id, key, label, isPossible, run));
  }

  private List<MenuItem> items(String... ids) {
    var items = new ArrayList<MenuItem>();
    for (var id : ids) {
      switch (id) {
        case SEPARATOR -> items.add(new SeparatorMenuItem());
        case "align" -> {
          var menu = new Menu(Texts.get("action.align"));
          menu.setId("action-align");
          menu.getItems().setAll(Arrays.stream(Alignment.values())
              .map(alignment -> actions.get("align." + alignment).item()).toList());
          menu.setDisable(selection().nodes().size() < Alignment.LEFT.least());
          items.add(menu);
        }
        default -> items.add(actions.get(id).item());
      }
    }
    return items;
  }

  private void copy() {
    editing.copied().ifPresent(text -> {
      var content = new ClipboardContent();
      content.putString(text);
      Clipboard.getSystemClipboard().setContent(content);
    });
  }

  private void paste() {
    var text = Clipboard.getSystemClipboard().getString();
    if (text != null) {
      place.ifPresentOrElse(where -> editing.paste(text, where.getX(), where.getY()), () -> editing.paste(text));
    }
  }

  private Point2D there() {
    return place.orElseGet(canvas::middle);
  }

  private boolean hasNodes() {
    return !selection().nodes().isEmpty();
  }

  private boolean hasParts() {
    return selected() > 0;
  }

  private int selected() {
    return selection().nodes().size() + selection().frames().size();
  }

  private Workbench.Selection selection() {
    return workbench.selectionProperty().get();
  }

  private static KeyCombination control(KeyCode code, Modifier... more) {
    var modifiers = Arrays.copyOf(more, more.length + 1);
    modifiers[more.length] = KeyCombination.SHORTCUT_DOWN;
    return new KeyCodeCombination(code, modifiers);
  }
}
