package tenfold.app.charts;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.live.TimeTravel;
import tenfold.app.live.Workbench;
import tenfold.app.live.Workbench.Mark;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;

/// The whole run on a line, with what was done and what went wrong. Its thumb stands at the picture that is shown, and
/// is dragged to look back: at once. ← and → go back and forth, Home to the beginning, End or Escape to now, Enter goes
/// on from where one looks.
public final class TimelineView extends StackPane {
  private static final double LABEL_SIZE = 10.5;
  private static final double EDGE = 16;
  private static final double THUMB = 7;
  private static final double LINE_FROM_BOTTOM = 12;
  /// Steps of the arrow keys in a whole run, and the smallest, in seconds.
  private static final double KEY_STEPS = 100;
  private static final double LEAST_KEY_STEP = 0.1;
  private static final double MARK_REACH = 4;

  private final ChartView chart = new ChartView();
  private @Nullable Workbench workbench;
  private double hoverX = Double.NaN;

  /// An empty one; [#attach] gives it a run.
  public TimelineView() {
    getStyleClass().add("timeline");
    getChildren().add(chart);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setAccessibleText(Texts.get("timeline.spoken"));
    chart.painter((graphic, frame) -> draw(graphic));
    chart.setMouseTransparent(true);
    setOnMousePressed(event -> {
      requestFocus();
      look(event);
    });
    setOnMouseDragged(this::look);
    setOnMouseMoved(event -> hover(event.getX()));
    setOnMouseExited(_ -> hover(Double.NaN));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    focusedProperty().subscribe(_ -> paint());
  }

  /// Shows the run of a workbench.
  public void attach(Workbench shown) {
    workbench = shown;
    shown.time().pastProperty().addListener((_, _, _) -> paint());
  }

  /// Paints in these colours from now on.
  public void theme(Palette palette) {
    chart.theme(palette);
  }

  /// Paints it anew.
  public void paint() {
    chart.paint();
  }

  /// The pixel at which an instant stands.
  double at(double seconds) {
    return EDGE + (getWidth() - 2 * EDGE) * Math.clamp(seconds / length(), 0, 1);
  }

  private double length() {
    return workbench == null ? 1 : Math.max(1e-3, workbench.time().newestSeconds());
  }

  private double secondsAt(double x) {
    return Math.clamp((x - EDGE) / Math.max(1, getWidth() - 2 * EDGE), 0, 1) * length();
  }

  private void look(MouseEvent event) {
    if (workbench != null) {
      var mark = markAt(event.getX());
      workbench.time().lookBack(mark.map(Mark::seconds).orElse(secondsAt(event.getX())));
      hover(event.getX());
      event.consume();
    }
  }

  private void key(KeyEvent event) {
    if (workbench == null || event.isShortcutDown()) {
      return;
    }
    var time = workbench.time();
    double step = Math.max(LEAST_KEY_STEP, length() / KEY_STEPS);
    switch (event.getCode()) {
      case LEFT -> time.lookBack(Math.max(0, shown(time) - step));
      case RIGHT -> time.lookBack(shown(time) + step);
      case HOME -> time.lookBack(0);
      case END, ESCAPE -> time.lookAtNow();
      case ENTER -> time.branch();
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// The instant that is shown, in seconds.
  private static double shown(TimeTravel time) {
    return time.pastProperty().get().isPresent() ? time.pastProperty().get().getAsLong() / 1e9 : time.newestSeconds();
  }

  private void hover(double x) {
    hoverX = x;
    paint();
  }

  private Optional<Mark> markAt(double x) {
    return workbench == null ? Optional.empty() : workbench.marks().stream()
        .filter(mark -> Math.abs(at(mark.seconds()) - x) <= MARK_REACH).findFirst();
  }

  private void draw(Graphic graphic) {
    if (workbench == null) {
      return;
    }
    var time = workbench.time();
    double y = getHeight() - LINE_FROM_BOTTOM;
    double thumb = at(shown(time));
    graphic.fill(EDGE, y - 1.5, getWidth() - 2 * EDGE, 3, Ink.LINE, 1);
    graphic.fill(EDGE, y - 1.5, thumb - EDGE, 3, Ink.IDLE, 1);
    drawMarks(graphic, workbench.marks(), y);
    drawHover(graphic, y);
    disc(graphic, thumb, y, THUMB, isFocused() ? Ink.ACCENT : Ink.TEXT);
    disc(graphic, thumb, y, THUMB - 2.5, time.pastProperty().get().isPresent() ? Ink.ACCENT : Ink.PANEL);
    setAccessibleHelp(Numbers.clock(Math.round(shown(time) * 1e9)));
  }

  /// Each with its words, as far as there is room for them; the newest first.
  private void drawMarks(Graphic graphic, List<Mark> marks, double y) {
    double free = getWidth() - 4;
    for (var mark : marks.reversed()) {
      double x = at(mark.seconds());
      var ink = mark.isFault() ? Ink.FAILED : Ink.ACCENT;
      graphic.fill(x - 1, y - 5, 2, 10, ink, 1);
      double width = graphic.textWidth(mark.label(), LABEL_SIZE, false);
      double left = Math.min(x + 2, getWidth() - 4 - width);
      if (left + width <= free && left > EDGE) {
        graphic.text(mark.label(), left, y - 10, Anchor.LEFT, LABEL_SIZE, false, Ink.MUTED);
        free = left - 12;
      }
    }
  }

  private void drawHover(Graphic graphic, double y) {
    if (!Double.isNaN(hoverX)) {
      double x = Math.clamp(hoverX, EDGE, getWidth() - EDGE);
      var words = markAt(hoverX)
          .map(mark -> Texts.get("timeline.mark", Numbers.clock(Math.round(mark.seconds() * 1e9)), mark.label()))
          .orElse(Numbers.clock(Math.round(secondsAt(hoverX) * 1e9)));
      double width = graphic.textWidth(words, LABEL_SIZE, true) + 12;
      double left = Math.clamp(x - width / 2, 2, Math.max(2, getWidth() - width - 2));
      graphic.fill(x - 0.5, y - 8, 1, 16, Ink.ACCENT, 1);
      graphic.fill(left, 0, width, 16, Ink.PANEL, 1);
      graphic.text(words, left + 6, 12, Anchor.LEFT, LABEL_SIZE, true, Ink.ACCENT);
    }
  }

  private static void disc(Graphic graphic, double x, double y, double radius, Ink ink) {
    int corners = 24;
    double[] xs = new double[corners];
    double[] ys = new double[corners];
    for (int i = 0; i < corners; i++) {
      xs[i] = x + radius * Math.cos(2 * Math.PI * i / corners);
      ys[i] = y + radius * Math.sin(2 * Math.PI * i / corners);
    }
    graphic.area(xs, ys, corners, ink, 1);
  }
}
