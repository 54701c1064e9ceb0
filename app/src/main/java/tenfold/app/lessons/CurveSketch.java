package tenfold.app.lessons;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import tenfold.app.charts.LogAxis;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;
import tenfold.stats.Interval;

/// Empty axes on which a curve over families is drawn before the run: one point for each number of families, dragged up
/// and down, or moved by the arrow keys. After the run what was measured is drawn over it.
final class CurveSketch extends Region {
  private static final double HEIGHT = 210;
  private static final double LEFT = 52;
  private static final double RIGHT = 14;
  private static final double TOP = 12;
  private static final double BOTTOM = 30;
  private static final double LOWEST_MS = 10;
  private static final double HIGHEST_MS = 100_000;
  /// What an arrow key makes of a value.
  private static final double STEP = 1.1;
  private static final double UNKNOWN = 100;

  private final Canvas canvas = new Canvas();
  private final List<Integer> families;
  private final Palette palette;
  private final double[] values;
  private final boolean[] isDrawn;
  private List<Interval> measured = List.of();
  private boolean isLocked;
  private int current;
  private Runnable onDrawn = () -> {};

  /// @param families where the curve is asked for, rising
  CurveSketch(List<Integer> families, Palette palette) {
    this.families = families;
    this.palette = palette;
    this.values = new double[families.size()];
    this.isDrawn = new boolean[families.size()];
    Arrays.fill(values, UNKNOWN);
    getStyleClass().add("sketch");
    setId("curve-sketch");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    setPrefHeight(HEIGHT);
    setMinHeight(HEIGHT);
    getChildren().add(canvas);
    setOnMousePressed(this::draw);
    setOnMouseDragged(this::draw);
    setOnKeyPressed(this::move);
    focusedProperty().subscribe(_ -> paint());
    say();
  }

  /// Whoever wants to know when a point was drawn.
  void listen(Runnable listener) {
    onDrawn = listener;
  }

  /// The curve, when every point of it is drawn.
  Optional<List<Double>> curve() {
    var drawn = new ArrayList<Double>();
    for (int i = 0; i < values.length; i++) {
      if (!isDrawn[i]) {
        return Optional.empty();
      }
      drawn.add(values[i]);
    }
    return Optional.of(drawn);
  }

  /// Shows a curve that is locked, with what was measured as soon as it is.
  void lock(List<Double> curve, List<Interval> shown) {
    for (int i = 0; i < values.length; i++) {
      values[i] = curve.get(i);
      isDrawn[i] = true;
    }
    measured = shown;
    isLocked = true;
    paint();
  }

  private void draw(MouseEvent event) {
    requestFocus();
    if (isLocked) {
      return;
    }
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(event.getX() - x(i)) < Math.abs(event.getX() - x(current))) {
        current = i;
      }
    }
    set(Math.clamp(upright().valueAt(event.getY()), LOWEST_MS, HIGHEST_MS));
    event.consume();
  }

  private void move(KeyEvent event) {
    boolean isTaken = true;
    switch (event.getCode()) {
      case LEFT -> current = Math.max(0, current - 1);
      case RIGHT -> current = Math.min(values.length - 1, current + 1);
      case UP -> set(values[current] * STEP);
      case DOWN -> set(values[current] / STEP);
      default -> isTaken = false;
    }
    if (isTaken) {
      paint();
      say();
      event.consume();
    }
  }

  private void set(double value) {
    if (!isLocked) {
      values[current] = Math.clamp(value, LOWEST_MS, HIGHEST_MS);
      isDrawn[current] = true;
      paint();
      say();
      onDrawn.run();
    }
  }

  private void say() {
    setAccessibleText(Texts.get("lesson.curve.spoken", LogAxis.count(families.get(current)),
        LogAxis.time(values[current])));
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    paint();
  }

  private LogAxis level() {
    return new LogAxis(families.getFirst(), families.getLast(), LEFT + 8, Math.max(LEFT + 9, getWidth() - RIGHT));
  }

  private LogAxis upright() {
    return new LogAxis(LOWEST_MS, HIGHEST_MS, HEIGHT - BOTTOM, TOP);
  }

  private double x(int index) {
    return level().at(families.get(index));
  }

  private void paint() {
    var graphics = canvas.getGraphicsContext2D();
    graphics.clearRect(0, 0, getWidth(), getHeight());
    graphics.setFont(Font.font("Inter", 11));
    axes(graphics);
    var upright = upright();
    curve(graphics, Ink.ACCENT.color(palette), values, upright);
    if (!measured.isEmpty()) {
      curve(graphics, Ink.SLOW.color(palette), measured.stream().mapToDouble(Interval::mean).toArray(), upright);
      graphics.setTextAlign(TextAlignment.LEFT);
      graphics.fillText(Texts.get("lesson.curve.measured"), LEFT + 10, TOP + 26);
      graphics.setFill(Ink.ACCENT.color(palette));
      graphics.fillText(Texts.get("lesson.curve.mine"), LEFT + 10, TOP + 12);
    }
    if (isFocused() && !isLocked) {
      graphics.setStroke(Ink.ACCENT.color(palette));
      graphics.setLineWidth(1);
      graphics.strokeOval(x(current) - 9, upright.at(values[current]) - 9, 18, 18);
    }
  }

  private void axes(GraphicsContext graphics) {
    graphics.setLineWidth(1);
    graphics.setStroke(Ink.GRID.color(palette));
    graphics.setFill(Ink.MUTED.color(palette));
    graphics.setTextAlign(TextAlignment.RIGHT);
    for (double tick = LOWEST_MS; tick <= HIGHEST_MS; tick *= 10) {
      double y = Math.rint(upright().at(tick)) + 0.5;
      graphics.strokeLine(LEFT, y, getWidth() - RIGHT, y);
      graphics.fillText(LogAxis.time(tick), LEFT - 6, y + 4);
    }
    graphics.setTextAlign(TextAlignment.CENTER);
    for (int i = 0; i < families.size(); i++) {
      graphics.fillText(LogAxis.count(families.get(i)), x(i), HEIGHT - 10);
    }
  }

  /// A point that is not drawn yet is hollow, and no line leads to it.
  private void curve(GraphicsContext graphics, Color color, double[] shown, LogAxis upright) {
    boolean isMine = shown == values;
    graphics.setStroke(color);
    graphics.setFill(color);
    graphics.setLineWidth(2);
    for (int i = 0; i < shown.length; i++) {
      double y = upright.at(Math.clamp(shown[i], LOWEST_MS, HIGHEST_MS));
      if (i > 0 && (!isMine || isDrawn[i] && isDrawn[i - 1])) {
        graphics.strokeLine(x(i - 1), upright.at(Math.clamp(shown[i - 1], LOWEST_MS, HIGHEST_MS)), x(i), y);
      }
      if (!isMine || isDrawn[i]) {
        graphics.fillOval(x(i) - 4.5, y - 4.5, 9, 9);
      } else {
        graphics.strokeOval(x(i) - 4.5, y - 4.5, 9, 9);
      }
    }
  }
}
