package tenfold.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.files.Documents;
import tenfold.app.live.Workbench;
import tenfold.app.look.EngineText;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.run.Experiment;
import tenfold.scenario.PriceList;
import tenfold.scenario.Scenario;
import tenfold.topology.Problem;

/// What is asked for one sort of experiment: how many runs, of what length, and what else it needs.
abstract class ExperimentForm extends VBox {
  private static final int MOST_RUNS = 1_000;

  private final Workbench workbench;
  private final Documents documents;
  private final String id;
  private final Feather icon;
  private final TextField runs = new TextField();
  private final TextField warmUp = new TextField();
  private final TextField length = new TextField();
  private final List<TextField> typed = new ArrayList<>();
  private String shownFor = "";

  /// @param id its name in texts
  /// @param usualRuns how many runs are proposed
  ExperimentForm(Workbench workbench, Documents documents, String id, Feather icon, int usualRuns) {
    this.workbench = workbench;
    this.documents = documents;
    this.id = id;
    this.icon = icon;
    getStyleClass().add("fields");
    runs.setText(Integer.toString(usualRuns));
  }

  /// Adds the fields that all forms have, after their own.
  final void addCommonFields() {
    add("runs", runs);
    add("warmUp", warmUp);
    add("length", length);
  }

  /// Adds a field with its label.
  final void add(String key, Control field) {
    field.setId("experiment-" + id + "-" + key);
    field.setMaxWidth(Double.MAX_VALUE);
    var label = new Label(Texts.get("experiment.field." + key));
    label.getStyleClass().add("muted");
    label.setLabelFor(field);
    field.setAccessibleText(label.getText());
    getChildren().addAll(label, field);
    if (field instanceof TextField text) {
      typed.add(text);
    }
  }

  /// Its name in texts.
  final String id() {
    return id;
  }

  final Feather icon() {
    return icon;
  }

  /// Takes over what has changed in the window: another scenario's times.
  void refresh() {
    var scenario = workbench.document().scenario();
    if (!scenario.title().equals(shownFor)) {
      shownFor = scenario.title();
      warmUp.setText(Numbers.plain(scenario.warmUpSeconds()));
      length.setText(Numbers.plain(scenario.lengthSeconds()));
    }
  }

  /// Lets the Enter key in a field begin.
  final void onEnter(Runnable begin) {
    typed.forEach(field -> field.setOnAction(_ -> begin.run()));
  }

  /// The field with which one begins.
  final Optional<Node> firstField() {
    return getChildren().stream().filter(node -> node instanceof Control && !(node instanceof Label)).findFirst();
  }

  /// What it shows without a run; empty for nothing.
  Optional<Finding> present() {
    return Optional.empty();
  }

  /// Begins, or says what is wrong with a field.
  final void begin(ExperimentRun run) {
    try {
      var scenario = scenario();
      mustRun(scenario);
      begin(run, scenario, whole("runs", runs, MOST_RUNS));
    } catch (Mistake mistake) {
      run.refuse(String.valueOf(mistake.getMessage()));
    }
  }

  /// Begins with the present design.
  abstract void begin(ExperimentRun run, Scenario scenario, int replications) throws Mistake;

  final Workbench workbench() {
    return workbench;
  }

  final PriceList prices() {
    return documents.pricesProperty().get();
  }

  /// The scenario's title, for its experiments.
  final Experiment experiment(Scenario scenario, int replications) {
    return new Experiment(scenario, replications, scenario.seed());
  }

  /// Another scenario with the same times as asked for here.
  final Scenario timed(Scenario scenario) throws Mistake {
    return scenario.lasting(seconds("warmUp", warmUp, 0), seconds("length", length, 0.1));
  }

  /// Refuses a system that cannot work.
  static void mustRun(Scenario scenario) throws Mistake {
    var fatal = scenario.problems().stream().filter(Problem::isFatal).findFirst();
    if (fatal.isPresent()) {
      throw new Mistake(EngineText.withNode(fatal.get()));
    }
  }

  private Scenario scenario() throws Mistake {
    return timed(workbench.document().scenario());
  }

  private static int whole(String key, TextField field, int most) throws Mistake {
    var number = Numbers.whole(field.getText().strip());
    if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > most) {
      throw new Mistake(Texts.get("experiment.wrong", Texts.get("experiment.field." + key), "1", Numbers.count(most),
          field.getText()));
    }
    return (int) number.getAsLong();
  }

  private static double seconds(String key, TextField field, double least) throws Mistake {
    var number = Numbers.decimal(field.getText().strip());
    if (number.isEmpty() || number.getAsDouble() < least || number.getAsDouble() > Scenario.MAX_SECONDS) {
      throw new Mistake(Texts.get("experiment.wrong", Texts.get("experiment.field." + key), Numbers.plain(least),
          Numbers.plain(Scenario.MAX_SECONDS), field.getText()));
    }
    return number.getAsDouble();
  }

  /// Something is filled in that cannot be; the message says what.
  static final class Mistake extends Exception {
    private static final long serialVersionUID = 1;

    Mistake(String sentence) {
      super(sentence);
    }
  }
}
