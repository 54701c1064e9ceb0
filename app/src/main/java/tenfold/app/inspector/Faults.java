package tenfold.app.inspector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import tenfold.app.look.EngineText;

/// What is wrong with what was typed, in red; takes no room while nothing is.
final class Faults extends Label {
  private final Map<Object, List<String>> known = new LinkedHashMap<>();

  Faults() {
    getStyleClass().add("fault");
    setWrapText(true);
    show();
  }

  /// Replaces what was wrong at one place.
  void put(Object place, List<String> faults) {
    known.put(place, faults);
    show();
  }

  private void show() {
    setText(known.values().stream().flatMap(List::stream).map(EngineText::of).collect(Collectors.joining("\n")));
    setVisible(!getText().isEmpty());
    setManaged(!getText().isEmpty());
  }
}
