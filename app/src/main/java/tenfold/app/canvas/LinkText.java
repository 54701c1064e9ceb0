package tenfold.app.canvas;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenfold.app.look.FaultText;
import tenfold.app.look.Texts;
import tenfold.run.Snapshot.LinkView;

/// What the drawing says of a link.
final class LinkText {
  private LinkText() {}

  /// What is the matter with it now: the faults that last, and circuit breakers that are open.
  static Optional<String> trouble(LinkView view) {
    var words = Stream.concat(view.suffered().stream().map(FaultText::of),
            view.guards().open() == 0 ? Stream.of() : Stream.of(Texts.get("link.open")))
        .collect(Collectors.joining(" · "));
    return words.isEmpty() ? Optional.empty() : Optional.of(words);
  }
}
