package tenfold.app.canvas;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import tenfold.app.look.Texts;
import tenfold.scenario.Frame;

/// A note or a region behind the drawing. A note, which has a text, is taken hold of anywhere; a region only by its
/// name and its corner, so that boxes can be drawn in it.
final class FrameView extends Pane {
  private static final double HEAD = 26;
  private static final double CORNER = 16;
  private static final double PADDING = 12;
  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass NOTE = PseudoClass.getPseudoClass("note");

  private final Region body = new Region();
  private final Label name = new Label();
  private final Label text = new Label();
  private final Region corner = new Region();
  private Frame frame;

  FrameView(Frame frame) {
    this.frame = frame;
    getStyleClass().add("frame");
    body.getStyleClass().add("body");
    name.getStyleClass().add("name");
    text.getStyleClass().add("text");
    text.setWrapText(true);
    text.setAlignment(Pos.TOP_LEFT);
    text.setMouseTransparent(true);
    corner.getStyleClass().add("corner");
    corner.setAccessibleText(Texts.get("frame.corner"));
    getChildren().addAll(body, name, text, corner);
    setPickOnBounds(false);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.BUTTON);
    show(frame);
  }

  Frame frame() {
    return frame;
  }

  /// Where it is made larger or smaller.
  Region corner() {
    return corner;
  }

  /// Takes over a changed frame.
  void show(Frame changed) {
    frame = changed;
    boolean isNote = !frame.text().isEmpty();
    pseudoClassStateChanged(NOTE, isNote);
    setId("frame-" + frame.name().replace(' ', '-'));
    name.setText(frame.name());
    text.setText(frame.text());
    body.setMouseTransparent(!isNote);
    setAccessibleText(Texts.get("frame.spoken", frame.name(), frame.text()));
    relocate(frame.x(), frame.y());
    resize(frame.width(), frame.height());
    requestLayout();
  }

  void selected(boolean isSelected) {
    pseudoClassStateChanged(SELECTED, isSelected);
  }

  @Override
  protected double computePrefWidth(double height) {
    return frame.width();
  }

  @Override
  protected double computePrefHeight(double width) {
    return frame.height();
  }

  @Override
  protected void layoutChildren() {
    body.resizeRelocate(0, 0, frame.width(), frame.height());
    name.resizeRelocate(0, 0, Math.min(frame.width(), name.prefWidth(-1)), HEAD);
    text.resizeRelocate(PADDING, HEAD, frame.width() - 2 * PADDING, Math.max(0, frame.height() - HEAD - PADDING / 2));
    corner.resizeRelocate(frame.width() - CORNER, frame.height() - CORNER, CORNER, CORNER);
  }
}
