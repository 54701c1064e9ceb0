package tenfold.app.canvas;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import tenfold.app.live.Bounds;

/// What is drawn above everything while something is done: the box of a selection, the lines that guide a move, a word
/// beside the mouse, and a sentence at the bottom.
final class CanvasOverlay extends Pane {
  private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
  private static final double MARGIN = 12;
  private static final double FROM_MOUSE = 16;
  private static final double WHISPER_WIDTH = 260;
  private static final double SAID_WIDTH = 520;

  /// Pixels on the right that are left to the small map.
  private static final double BESIDE_MAP = 176;
  private static final double SAID_SECONDS = 6;

  /// Letters that are read in a second, slowly.
  private static final double LETTERS_PER_SECOND = 12;

  private final Region box = new Region();
  private final List<Region> guides = new ArrayList<>();
  private final Label whisper = new Label();
  private final Label said = new Label();
  private double saidSeconds;

  CanvasOverlay() {
    setMouseTransparent(true);
    box.getStyleClass().add("selection-box");
    whisper.getStyleClass().add("whisper");
    whisper.setWrapText(true);
    whisper.setMaxWidth(WHISPER_WIDTH);
    said.getStyleClass().add("toast");
    said.setId("canvas-said");
    said.setWrapText(true);
    for (int i = 0; i < 2; i++) {
      var guide = new Region();
      guide.getStyleClass().add("guide");
      guides.add(guide);
    }
    getChildren().addAll(guides);
    getChildren().addAll(box, whisper, said);
    getChildren().forEach(child -> {
      child.setManaged(false);
      child.setVisible(false);
    });
  }

  /// The box between two points of the view.
  void box(Bounds bounds) {
    box.setVisible(true);
    box.resizeRelocate(Math.rint(bounds.left()), Math.rint(bounds.top()), Math.rint(bounds.width()),
        Math.rint(bounds.height()));
  }

  void endBox() {
    box.setVisible(false);
  }

  /// The lines that what is moved has in common with others.
  void guide(Guides lines, Viewport viewport) {
    guides.get(0).setVisible(lines.upright().isPresent());
    lines.upright().ifPresent(x -> guides.get(0).resizeRelocate(Math.rint(viewport.screenX(x)), 0, 1, getHeight()));
    guides.get(1).setVisible(lines.level().isPresent());
    lines.level().ifPresent(y -> guides.get(1).resizeRelocate(0, Math.rint(viewport.screenY(y)), getWidth(), 1));
  }

  void endGuides() {
    guides.forEach(guide -> guide.setVisible(false));
  }

  /// A word beside a point of the view; none when it is empty.
  void whisper(String words, boolean isRefusal, double x, double y) {
    whisper.setVisible(!words.isEmpty());
    whisper.setText(words);
    whisper.pseudoClassStateChanged(REFUSED, isRefusal);
    double width = Math.min(WHISPER_WIDTH, whisper.prefWidth(-1));
    whisper.resize(width, whisper.prefHeight(width));
    whisper.relocate(Math.clamp(x + FROM_MOUSE, 0, Math.max(0, getWidth() - whisper.getWidth() - MARGIN)),
        Math.clamp(y + FROM_MOUSE, 0, Math.max(0, getHeight() - whisper.getHeight() - MARGIN)));
  }

  /// A sentence at the bottom for a while; none when it is empty.
  void say(String sentence) {
    said.setText(sentence);
    said.setVisible(!sentence.isEmpty());
    saidSeconds = 0;
    placeSaid();
  }

  /// Lets time pass: a sentence goes after a while.
  void pulse(double seconds) {
    saidSeconds += seconds;
    if (saidSeconds > Math.max(SAID_SECONDS, said.getText().length() / LETTERS_PER_SECOND)) {
      said.setVisible(false);
    }
  }

  @Override
  protected void layoutChildren() {
    placeSaid();
  }

  private void placeSaid() {
    double room = getWidth() - BESIDE_MAP;
    double width = Math.min(said.prefWidth(-1), Math.clamp(room - 2 * MARGIN, 120, SAID_WIDTH));
    double height = said.prefHeight(width);
    said.resizeRelocate(
        Math.rint(Math.max(MARGIN, (room - width) / 2)), Math.rint(getHeight() - height - 5 * MARGIN), width, height);
  }
}
