package tenfold.app.experiment;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ChoiceBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.files.Documents;
import tenfold.app.live.Workbench;
import tenfold.app.look.Texts;
import tenfold.experiment.Attempt;
import tenfold.experiment.Comparison;
import tenfold.run.Bill;
import tenfold.scenario.Scenario;

/// The present design against the one that was opened, or against an attempt that was kept.
final class CompareForm extends ExperimentForm {
  private static final int RUNS = 10;

  private final ChoiceBox<String> other = new ChoiceBox<>();
  private final Attempts attempts;

  CompareForm(Workbench workbench, Documents documents, Attempts attempts) {
    super(workbench, documents, "compare", Feather.SLIDERS, RUNS);
    this.attempts = attempts;
    other.setValue(opened());
    add("against", other);
    addCommonFields();
  }

  @Override
  void refresh() {
    super.refresh();
    var chosen = other.getValue();
    var offered = Stream.concat(Stream.of(opened()), attempts.kept().stream().map(Attempt::name)).toList();
    other.getItems().setAll(offered);
    other.setValue(offered.contains(chosen) ? chosen : opened());
  }

  @Override
  void begin(ExperimentRun run, Scenario scenario, int replications) throws Mistake {
    var name = other.getValue();
    var base = attempts.kept().stream().filter(attempt -> attempt.name().equals(name)).map(Attempt::scenario)
        .findFirst().orElseGet(() -> workbench().openedProperty().get().scenario());
    int families = scenario.topology().familyCount();
    if (families == 0 || base.topology().familyCount() == 0) {
      throw new Mistake(Texts.get("experiment.noFamilies"));
    }
    var first = timed(base.with(base.topology().withFamilies(families)));
    mustRun(first);
    long seed = scenario.seed();
    run.start(List.of(new tenfold.run.Experiment(first, replications, seed), experiment(scenario, replications)),
        outcomes -> {
          var one = outcomes.get(0);
          var two = outcomes.get(1);
          return Findings.compared(name, Texts.get("experiment.present"), scenario,
              Comparison.of(one.summary(), one.runs(), two.summary(), two.runs()),
              Bill.of(first.topology(), one.summary(), prices()), Bill.of(scenario.topology(), two.summary(), prices()),
              replications, seed);
        });
  }

  private static String opened() {
    return Texts.get("experiment.opened");
  }
}
