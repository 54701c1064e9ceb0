package tenfold.app.experiment;

import java.util.List;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.files.Documents;
import tenfold.app.live.Workbench;
import tenfold.scenario.Scenario;

/// Several runs of the present design.
final class ReplicateForm extends ExperimentForm {
  private static final int RUNS = 30;

  ReplicateForm(Workbench workbench, Documents documents) {
    super(workbench, documents, "replicate", Feather.COPY, RUNS);
    addCommonFields();
  }

  @Override
  void begin(ExperimentRun run, Scenario scenario, int replications) {
    run.start(List.of(experiment(scenario, replications)), outcomes -> Findings.replicated(scenario,
        outcomes.getFirst().summary(), outcomes.getFirst().runs(), prices(), replications, scenario.seed()));
  }
}
