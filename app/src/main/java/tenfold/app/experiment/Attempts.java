package tenfold.app.experiment;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tenfold.experiment.Attempt;

/// The attempts that are kept as long as the window is open, in the order in which they were made.
final class Attempts {
  private final ObservableList<Attempt> kept = FXCollections.observableArrayList();

  ObservableList<Attempt> kept() {
    return kept;
  }

  /// Keeps one; a former one of the same name gives way.
  void keep(Attempt attempt) {
    kept.removeIf(one -> one.name().equals(attempt.name()));
    kept.add(attempt);
  }
}
