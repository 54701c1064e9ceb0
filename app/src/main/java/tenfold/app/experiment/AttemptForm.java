package tenfold.app.experiment;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.files.Documents;
import tenfold.app.live.Workbench;
import tenfold.app.look.Texts;
import tenfold.experiment.Attempt;
import tenfold.scenario.Scenario;

/// Keeps the present design as an attempt on the board.
final class AttemptForm extends ExperimentForm {
  private static final int RUNS = 5;
  private static final int LONGEST_NAME = 40;

  private final TextField name = new TextField();
  private final Button forget = new Button(Texts.get("experiment.forget"));
  private final Attempts attempts;

  AttemptForm(Workbench workbench, Documents documents, Attempts attempts) {
    super(workbench, documents, "attempts", Feather.AWARD, RUNS);
    this.attempts = attempts;
    name.setText(proposed());
    add("name", name);
    addCommonFields();
    forget.setId("experiment-attempts-forget");
    forget.disableProperty().bind(Bindings.createBooleanBinding(() -> attempts.kept().stream().map(Attempt::name)
        .noneMatch(name.getText().strip()::equals), name.textProperty(), attempts.kept()));
    getChildren().add(forget);
  }

  @Override
  Optional<Finding> present() {
    return attempts.kept().isEmpty() ? Optional.empty() : Optional.of(Findings.board(attempts.kept()));
  }

  /// Forgets the kept attempt whose name stands in the field, and says what the board is then.
  void onForget(Runnable then) {
    forget.setOnAction(_ -> {
      attempts.forget(name.getText().strip());
      name.setText(proposed());
      then.run();
    });
  }

  @Override
  void begin(ExperimentRun run, Scenario scenario, int replications) throws Mistake {
    var called = name.getText().strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw new Mistake(Texts.get("experiment.noName", Integer.toString(LONGEST_NAME)));
    }
    run.start(List.of(experiment(scenario, replications)), outcomes -> {
      attempts.keep(Attempt.of(called, scenario, outcomes.getFirst().summary(), prices()));
      name.setText(proposed());
      return Findings.board(attempts.kept());
    });
  }

  private String proposed() {
    return IntStream.iterate(attempts.kept().size() + 1, number -> number + 1)
        .mapToObj(number -> Texts.get("experiment.attempt", Integer.toString(number)))
        .filter(free -> attempts.kept().stream().map(Attempt::name).noneMatch(free::equals)).findFirst().orElseThrow();
  }
}
