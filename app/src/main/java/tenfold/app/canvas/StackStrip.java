package tenfold.app.canvas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.canvas.Canvas;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import tenfold.app.look.Ink;
import tenfold.app.look.Numbers;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;
import tenfold.run.Snapshot.NodeView;

/// The instances of a node below its card, one small square each: at work, booting and how far, out of service,
/// hanging, or draining and fading away; with what the card has no line for in words. Many share a square.
final class StackStrip extends Canvas {
  static final double HEIGHT = 12;
  private static final double WIDTH = 250;
  private static final double PIP = 7;
  private static final double STEP = 9;
  private static final int MOST_PIPS = 12;

  /// Opacity of what is at work, of what has almost drained, and what is left of it from one look to the next.
  private static final double PRESENT = 0.75;
  private static final double GONE = 0.2;
  private static final double FADING = 0.88;

  private double draining = PRESENT;
  private Paint shownHue = Color.BLACK;
  private State shown = new State(List.of(), 1, "");

  /// What an instance is doing.
  enum Pip { WORKS, BOOTS, DOWN, HANGS, DRAINS }

  /// What there is to be drawn. What is the matter with most of them is said on the card.
  ///
  /// @param pips what each square stands for
  /// @param booted how far the booting ones are, 0 to 1
  /// @param words what is said beside them
  record State(List<Pip> pips, double booted, String words) {

    /// The state of a node; of a single instance at work there is nothing to be drawn.
    static State of(NodeView view) {
      int draining = Math.max(0, view.paidFor() - view.instances());
      int down = view.down();
      boolean isQuiet = view.instances() <= 1 && draining + view.booting() == 0;
      if (isQuiet) {
        return new State(List.of(), 1, "");
      }
      int all = view.instances() + draining;
      double share = all <= MOST_PIPS ? 1 : (double) MOST_PIPS / all;
      var pips = new ArrayList<Pip>();
      add(pips, Pip.WORKS, share * (view.instances() - down - view.hanging() - view.booting()));
      add(pips, Pip.HANGS, share * view.hanging());
      add(pips, Pip.DOWN, share * down);
      add(pips, Pip.BOOTS, share * view.booting());
      add(pips, Pip.DRAINS, share * draining);
      double booted = Math.rint(50 * view.bootedShare()) / 50;
      var words = Stream.of(word("strip.boots", view.booting(), Numbers.percent(booted)),
          word("strip.hangs", down > 0 ? view.hanging() : 0, ""), word("strip.drains", draining, ""))
          .flatMap(Optional::stream).toList();
      return new State(List.copyOf(pips), booted, String.join(" · ", words));
    }

    /// Of those that share squares at least one is seen.
    private static void add(List<Pip> pips, Pip pip, double count) {
      pips.addAll(Collections.nCopies(count > 0 ? (int) Math.max(1, Math.round(count)) : 0, pip));
    }

    private static Optional<String> word(String key, int count, String more) {
      return count == 0 ? Optional.empty() : Optional.of(Texts.get(key, Numbers.count(count), more));
    }
  }

  StackStrip() {
    super(WIDTH, HEIGHT);
    setMouseTransparent(true);
  }

  /// Shows a state, in the colour of the node's kind.
  void show(State state, Paint hue, Palette palette) {
    boolean isDraining = state.pips().contains(Pip.DRAINS);
    double fading = isDraining ? Math.max(GONE, draining * FADING) : PRESENT;
    if (!state.equals(shown) || !hue.equals(shownHue) || fading != draining) {
      shown = state;
      draining = fading;
      shownHue = hue;
      setVisible(!state.pips().isEmpty());
      draw(hue, palette);
    }
  }

  /// Draws it anew, as in another theme.
  void forget() {
    shown = new State(List.of(), 1, "");
    setVisible(false);
  }

  private void draw(Paint hue, Palette palette) {
    var graphics = getGraphicsContext2D();
    graphics.clearRect(0, 0, WIDTH, HEIGHT);
    double x = 0;
    for (var pip : shown.pips()) {
      graphics.setGlobalAlpha(pip == Pip.DRAINS ? draining : pip == Pip.WORKS ? PRESENT : 1);
      switch (pip) {
        case WORKS -> {
          graphics.setFill(hue);
          graphics.fillRoundRect(x, 2, PIP, PIP, 3, 3);
        }
        case HANGS -> {
          graphics.setFill(Ink.SLOW.color(palette));
          graphics.fillRoundRect(x, 2, PIP, PIP, 3, 3);
          graphics.setFill(Ink.CANVAS.color(palette));
          graphics.fillRect(x + 2, 3.5, 1, 4);
          graphics.fillRect(x + 4, 3.5, 1, 4);
        }
        case DOWN -> broken(x, palette);
        case BOOTS -> {
          graphics.setStroke(Ink.ACCENT.color(palette));
          graphics.setLineWidth(1);
          graphics.strokeRoundRect(x + 0.5, 2.5, PIP - 1, PIP - 1, 3, 3);
          graphics.setFill(Ink.ACCENT.color(palette));
          double high = shown.booted() * (PIP - 2);
          graphics.fillRect(x + 1, 2 + PIP - 1 - high, PIP - 2, high);
        }
        case DRAINS -> {
          graphics.setFill(hue);
          graphics.fillRoundRect(x, 2, PIP, PIP, 3, 3);
        }
        default -> throw new IllegalStateException("no picture of " + pip);
      }
      x += STEP;
    }
    graphics.setGlobalAlpha(1);
    graphics.setFill(Ink.MUTED.color(palette));
    graphics.setFont(Font.font("Inter", 10));
    graphics.fillText(shown.words(), x + 4, 9.5);
  }

  /// A square in two pieces.
  private void broken(double x, Palette palette) {
    var graphics = getGraphicsContext2D();
    graphics.setFill(Ink.FAILED.color(palette));
    graphics.fillPolygon(new double[] {x, x + 4.2, x + 2.4, x}, new double[] {2, 2, 9, 9}, 4);
    graphics.fillPolygon(new double[] {x + 5.8, x + PIP + 0.6, x + PIP + 0.6, x + 4}, new double[] {2, 2, 9, 9}, 4);
  }
}
