package tenfold.app.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tenfold.app.experiment.ExperimentSheet;
import tenfold.app.files.Documents;
import tenfold.app.lessons.Course;
import tenfold.app.live.Workbench;
import tenfold.app.look.Sheet;
import tenfold.app.look.Theme;
import tenfold.app.reference.ReferenceSheet;

/// The sheets that can lie above the workbench. Each is made when it is asked for the first time: none is seen when the
/// window opens.
final class Sheets {
  private final StackPane root;
  private final Workbench workbench;
  private final Documents documents;
  private final Theme theme;
  private final Course course;
  private final Consumer<String> onLesson;
  private @Nullable ReferenceSheet reference;
  private @Nullable ScenarioSheet scenarios;
  private @Nullable ExperimentSheet experiment;
  private @Nullable StartSheet start;

  /// None yet.
  ///
  /// @param root lies below them
  /// @param onLesson takes a lesson
  Sheets(StackPane root, Workbench workbench, Documents documents, Theme theme, Course course,
      Consumer<String> onLesson) {
    this.root = root;
    this.workbench = workbench;
    this.documents = documents;
    this.theme = theme;
    this.course = course;
    this.onLesson = onLesson;
  }

  /// What is to be known of the kinds of components.
  ReferenceSheet reference() {
    if (reference == null) {
      reference = above(new ReferenceSheet());
    }
    return reference;
  }

  /// The shipped scenarios.
  ScenarioSheet scenarios() {
    if (scenarios == null) {
      scenarios = above(new ScenarioSheet(documents::openShipped));
    }
    return scenarios;
  }

  /// Experiments.
  ExperimentSheet experiment() {
    if (experiment == null) {
      experiment = above(new ExperimentSheet(workbench, documents, theme));
    }
    return experiment;
  }

  /// The beginning.
  StartSheet start() {
    if (start == null) {
      start = above(new StartSheet(documents, course, onLesson, () -> scenarios().show()));
    }
    return start;
  }

  /// Ends what runs behind them.
  void end() {
    Optional.ofNullable(experiment).ifPresent(ExperimentSheet::end);
  }

  private <T extends Sheet> T above(T sheet) {
    root.getChildren().add(sheet);
    return sheet;
  }
}
