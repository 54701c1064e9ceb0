package tenfold.app.charts;

import java.util.Optional;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.experiment.TheoryGhost;

/// What theory says, in words.
public final class TheoryText {
  private TheoryText() {}

  /// Its model and bottleneck, and where it ends and why, in a line or two; empty when there is nothing to say yet.
  public static String caption(TheoryGhost ghost) {
    if (ghost.points().isEmpty()) {
      return "";
    }
    var failure = ghost.firstFailure();
    boolean isAnywhere = ghost.points().stream().anyMatch(point -> point.failing().isEmpty());
    if (!isAnywhere) {
      return Texts.get("theory.none", failing(failure.orElseThrow()));
    }
    var model = Texts.get("theory.caption", model(ghost), ghost.bottleneck().name());
    var last = ghost.points().getLast();
    if (failure.isEmpty() || last.failing().isPresent()) {
      return ghost.lastFailures().findFirst().map(point ->
          Texts.get("theory.caption.until", model, Numbers.brief(point.families()), failing(point))).orElse(model);
    }
    return Texts.get("theory.caption.except", model, Numbers.brief(failure.get().families()), failing(failure.get()));
  }

  /// The formula's name: that of a queue when one part has nearly all the work, else that of a network.
  public static String model(TheoryGhost ghost) {
    var servers = Integer.toString(ghost.bottleneck().servers());
    boolean isNetwork = ghost.bottleneck().copies() > 1 || ghost.centres().stream().skip(1)
        .anyMatch(centre -> centre.secondsPerServer() > 0.1 * ghost.bottleneck().secondsPerServer());
    if (isNetwork) {
      return Texts.get(ghost.isOpen() ? "theory.model.openNetwork" : "theory.model.closedNetwork");
    }
    return Texts.get(ghost.isOpen() ? "theory.model.open" : "theory.model.closed", servers);
  }

  /// What fails at a point, as the end of a sentence.
  public static String failing(TheoryGhost.Point point) {
    return Optional.of(point).flatMap(TheoryGhost.Point::failing)
        .map(assumption -> Texts.get("theory.fails." + assumption)).orElse("");
  }
}
