package tenfold.app.lessons;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import tenfold.app.canvas.Thumbnail;

/// What the links and pictures in a lesson's text do.
///
/// @param run the lesson
/// @param fault is told what is wrong with a link that was followed; empty when nothing is
record Links(LessonRun run, Consumer<Optional<String>> fault) {
  private static final String SEE = "see:";
  private static final String OPEN = "open:";
  private static final String DRAW = "draw:";

  /// Whether following it does something: `see:` sets something in the running system, `open:` opens another scenario
  /// of the lesson.
  boolean leads(String destination) {
    return destination.startsWith(SEE) || destination.startsWith(OPEN);
  }

  void follow(String destination) {
    var what = URLDecoder.decode(destination.substring(destination.indexOf(':') + 1), StandardCharsets.UTF_8);
    if (destination.startsWith(SEE)) {
      fault.accept(run.see(what));
    } else {
      fault.accept(Optional.empty());
      run.open(what);
    }
  }

  /// The picture of a scenario of the lesson, after `draw:`.
  Optional<Node> picture(String destination, String caption) {
    return destination.startsWith(DRAW)
        ? Optional.ofNullable(run.lesson().scenarios().get(destination.substring(DRAW.length())))
            .map(scenario -> {
              var picture = Thumbnail.labelled(scenario.topology());
              picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
              picture.setAccessibleText(caption);
              return picture;
            })
        : Optional.empty();
  }
}
