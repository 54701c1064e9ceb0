package tenfold.app.canvas;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Workbench;
import tenfold.app.live.Workbench.Selection;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.component.ComponentSpec;
import tenfold.topology.Wiring;

/// Draws a link from a node's port to another node, by mouse or by keyboard: what it may end at is lit, the rest is
/// dimmed, and what it is over says what would become of it, or why nothing can.
final class LinkGesture {
  private final CanvasView canvas;
  private final Workbench workbench;
  private @Nullable NodeCard from;

  LinkGesture(CanvasView canvas, Workbench workbench) {
    this.canvas = canvas;
    this.workbench = workbench;
  }

  boolean isDrawing() {
    return from != null;
  }

  /// Begins at a node's port.
  void begin(NodeCard card) {
    begin(card, to -> workbench.canConnect(card.node().name(), to));
  }

  /// Begins at a node by keyboard, which also takes links away, without their being selected first.
  void beginByKeys(NodeCard card) {
    begin(card, to -> workbench.canConnect(card.node().name(), to) || isLinked(card, to));
    canvas.say(Texts.get("canvas.linking", card.node().name()));
  }

  private void begin(NodeCard card, Predicate<String> isLegal) {
    from = card;
    canvas.cards().forEach((name, other) -> other.target(other != card, isLegal.test(name)));
    canvas.dimLinks(true);
  }

  /// Follows the mouse.
  void drag(double sceneX, double sceneY) {
    var start = from;
    if (start == null) {
      return;
    }
    var target = canvas.cardAt(sceneX, sceneY).filter(card -> card != start);
    boolean isLegal = target.filter(card -> workbench.canConnect(start.node().name(), card.node().name())).isPresent();
    var mouse = canvas.world(sceneX, sceneY);
    var end = isLegal ? new Point2D(target.get().node().x(), target.get().node().y() + NodeCard.HEIGHT / 2) : mouse;
    canvas.sketch(new LinkPath(start.node().x() + NodeCard.WIDTH, start.node().y() + NodeCard.HEIGHT / 2,
        end.getX(), end.getY()));
    canvas.cards().values().forEach(card -> card.aimedAt(target.filter(card::equals).isPresent() && isLegal));
    canvas.whisper(target.map(card -> isLegal
        ? Texts.get("edit.connect", start.node().name(), card.node().name())
        : whyNot(start, card)).orElse(""), !isLegal, sceneX, sceneY);
  }

  /// Ends at what the mouse is over; elsewhere nothing is linked.
  void drop(double sceneX, double sceneY) {
    var start = from;
    cancel();
    if (start != null) {
      canvas.cardAt(sceneX, sceneY).filter(to -> to != start)
          .ifPresent(to -> workbench.connect(start.node().name(), to.node().name()));
    }
  }

  /// Ends at a node by keyboard: links it, or takes the link away.
  void finishByKeys(NodeCard to) {
    var start = from;
    cancel();
    if (start != null && start != to) {
      workbench.toggleLink(start.node().name(), to.node().name());
    }
    workbench.select(Selection.of(to.node().name()));
  }

  /// Gives it up.
  void cancel() {
    if (from != null) {
      from = null;
      canvas.sketch();
      canvas.dimLinks(false);
      canvas.whisper("", false, 0, 0);
      canvas.say("");
      canvas.cards().values().forEach(card -> {
        card.target(false, false);
        card.aimedAt(false);
      });
    }
  }

  private boolean isLinked(NodeCard start, String to) {
    return workbench.topologyProperty().get().link(start.node().name(), to).isPresent();
  }

  /// Why no link can lead from the one to the other.
  private String whyNot(NodeCard start, NodeCard end) {
    var caller = start.node().component();
    if (Wiring.canCall(caller, end.node().component())) {
      return Texts.get("notice.linked", start.node().name(), end.node().name());
    }
    var callable = Arrays.stream(caller.kind().calls()).map(ComponentSpec::kind).map(PartText::label)
        .collect(Collectors.joining(", "));
    return callable.isEmpty() ? Texts.get("link.none", start.node().name(), end.node().name())
        : Texts.get("link.cannot", start.node().name(), end.node().name(), callable);
  }
}
