package tenfold.app.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ChoiceBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.files.Documents;
import tenfold.app.live.Workbench;
import tenfold.app.look.Texts;
import tenfold.experiment.Attempt;
import tenfold.experiment.Comparison;
import tenfold.run.Bill;
import tenfold.run.Experiment;
import tenfold.scenario.Scenario;

/// The present design against the one that was opened, an attempt that was kept, or one from a file.
final class CompareForm extends ExperimentForm {
  private static final int RUNS = 10;

  private final ChoiceBox<String> other = new ChoiceBox<>();
  private final Map<String, Scenario> files = new LinkedHashMap<>();
  private final Documents documents;
  private final Attempts attempts;
  private String chosen = opened();

  CompareForm(Workbench workbench, Documents documents, Attempts attempts) {
    super(workbench, documents, "compare", Feather.SLIDERS, RUNS);
    this.documents = documents;
    this.attempts = attempts;
    other.setValue(chosen);
    other.setOnAction(_ -> chosen());
    add("against", other);
    addCommonFields();
  }

  @Override
  void refresh() {
    super.refresh();
    var offered = new ArrayList<String>();
    offered.add(opened());
    attempts.kept().stream().map(Attempt::name).forEach(offered::add);
    offered.addAll(files.keySet());
    offered.add(fromFile());
    var wanted = offered.contains(chosen) ? chosen : opened();
    other.getItems().setAll(offered);
    other.setValue(wanted);
  }

  /// Asks for the file when the design is to come from one.
  private void chosen() {
    var value = other.getValue();
    if (fromFile().equals(value)) {
      documents.readOther().ifPresent(read -> {
        files.put(read.name(), read.scenario());
        chosen = read.name();
      });
      refresh();
    } else if (value != null) {
      chosen = value;
    }
  }

  @Override
  void begin(ExperimentRun run, Scenario scenario, int replications) throws Mistake {
    var name = chosen;
    var base = attempts.kept().stream().filter(attempt -> attempt.name().equals(name)).map(Attempt::scenario)
        .findFirst().or(() -> Optional.ofNullable(files.get(name)))
        .orElseGet(() -> workbench().openedProperty().get().scenario());
    int families = scenario.topology().familyCount();
    if (families == 0 || base.topology().familyCount() == 0) {
      throw new Mistake(Texts.get("experiment.noFamilies"));
    }
    var first = timed(base.with(base.topology().withFamilies(families)));
    mustRun(first);
    long seed = scenario.seed();
    run.start(List.of(new Experiment(first, replications, seed), experiment(scenario, replications)),
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

  private static String fromFile() {
    return Texts.get("experiment.fromFile");
  }
}
