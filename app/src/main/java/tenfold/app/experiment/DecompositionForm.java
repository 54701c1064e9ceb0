package tenfold.app.experiment;

import java.util.List;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.files.Documents;
import tenfold.app.live.Workbench;
import tenfold.app.look.EngineText;
import tenfold.experiment.Decomposition;
import tenfold.experiment.Setting;
import tenfold.experiment.Sweep;
import tenfold.experiment.UnreadableSetting;
import tenfold.scenario.Scenario;

/// What response times are made of, over the number of families.
final class DecompositionForm extends ExperimentForm {
  private static final int RUNS = 3;

  private final TextField families = new TextField(SweepForm.USUAL_FAMILIES);

  DecompositionForm(Workbench workbench, Documents documents) {
    super(workbench, documents, "parts", Feather.LAYERS, RUNS);
    add("families", families);
    addCommonFields();
  }

  @Override
  void begin(ExperimentRun run, Scenario scenario, int replications) throws Mistake {
    try {
      var setting = Setting.of(scenario, Setting.FAMILIES, families.getText().strip());
      var experiments = new Sweep(scenario, List.of(setting), replications, scenario.seed()).points().stream()
          .map(Sweep.Point::experiment).toList();
      for (var experiment : experiments) {
        mustRun(experiment.scenario());
      }
      run.start(experiments, laboratory -> Decomposition.of(laboratory, experiments),
          columns -> Findings.decomposed(scenario, columns, replications, scenario.seed()));
    } catch (UnreadableSetting mistake) {
      throw new Mistake(EngineText.of(String.valueOf(mistake.getMessage())));
    }
  }
}
