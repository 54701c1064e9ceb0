package tenfold.app.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Rewind;
import tenfold.app.live.TimeTravel;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;

/// Says above the canvas that it shows the past, and offers to go on from there or to come back; while the run is on
/// its way back, how far it is.
public final class PastBar extends HBox {
  private final Label words = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button goOn = button("past-branch", "past.branch");
  private final Button back = button("past-now", "past.now");
  private final Button cancel = button("past-cancel", "past.cancel");
  private @Nullable TimeTravel time;

  /// Not to be seen until somebody looks back.
  public PastBar() {
    getStyleClass().add("past-bar");
    setAlignment(Pos.CENTER_LEFT);
    setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    goOn.getStyleClass().add("accent");
    getChildren().addAll(words, progress, goOn, back, cancel);
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  /// Shows how a run is looked at.
  void attach(TimeTravel travel) {
    time = travel;
    goOn.setOnAction(_ -> travel.branch());
    back.setOnAction(_ -> travel.lookAtNow());
    cancel.setOnAction(_ -> travel.stopRewinding());
    travel.pastProperty().subscribe(this::show);
    travel.rewindingProperty().subscribe(this::show);
  }

  /// Shows how far the run on its way back is.
  void pulse() {
    if (time != null) {
      time.rewindingProperty().get().map(Rewind::progress).ifPresent(progress::setProgress);
    }
  }

  private void show() {
    if (time == null) {
      return;
    }
    var past = time.pastProperty().get();
    Optional<Rewind> rewinding = time.rewindingProperty().get();
    setVisible(past.isPresent());
    for (var node : getChildren()) {
      node.setManaged(node == words || (node == progress || node == cancel) == rewinding.isPresent());
      node.setVisible(node.isManaged());
    }
    long newest = Math.round(time.newestSeconds() * 1e9);
    past.ifPresent(nanos -> words.setText(rewinding.isPresent() ? Texts.get("past.rewinding", Numbers.clock(nanos))
        : Texts.get("past.words", Numbers.clock(nanos), Numbers.clock(newest - nanos))));
  }

  private static Button button(String id, String key) {
    var button = new Button(Texts.get(key));
    button.setId(id);
    return button;
  }
}
