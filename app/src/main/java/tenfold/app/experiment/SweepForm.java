package tenfold.app.experiment;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.files.Documents;
import tenfold.app.live.Workbench;
import tenfold.app.look.EngineText;
import tenfold.component.Parameter;
import tenfold.experiment.Setting;
import tenfold.experiment.Sweep;
import tenfold.experiment.UnreadableSetting;
import tenfold.run.Bill;
import tenfold.scenario.Scenario;

/// Several values of a parameter.
final class SweepForm extends ExperimentForm {
  private static final int RUNS = 5;
  /// Numbers of families that are proposed.
  static final String USUAL_FAMILIES = "10:5000:8";

  private final ComboBox<String> target = new ComboBox<>();
  private final TextField values = new TextField(USUAL_FAMILIES);

  SweepForm(Workbench workbench, Documents documents) {
    super(workbench, documents, "sweep", Feather.TRENDING_UP, RUNS);
    target.setValue(Setting.FAMILIES);
    target.valueProperty().addListener((_, _, chosen) -> {
      if (chosen != null) {
        values.setText(usual(chosen));
      }
    });
    target.setVisibleRowCount(14);
    add("target", target);
    add("values", values);
    addCommonFields();
  }

  @Override
  void refresh() {
    super.refresh();
    var offered = Stream.concat(Stream.of(Setting.FAMILIES),
        Setting.targets(workbench().document().scenario()).stream().map(Setting.Target::target)).toList();
    if (!target.getItems().equals(offered)) {
      var chosen = target.getValue();
      target.getItems().setAll(offered);
      target.setValue(offered.contains(chosen) ? chosen : Setting.FAMILIES);
    }
  }

  @Override
  void begin(ExperimentRun run, Scenario scenario, int replications) throws Mistake {
    try {
      var settings = List.of(Setting.of(scenario, target.getValue(), values.getText().strip()));
      var points = new Sweep(scenario, settings, replications, scenario.seed()).points();
      for (var point : points) {
        mustRun(point.experiment().scenario());
      }
      run.start(points.stream().map(Sweep.Point::experiment).toList(), outcomes -> {
        var rows = outcomes.stream().map(ExperimentRun.Outcome::summary).toList();
        var bills = outcomes.stream().map(outcome ->
            Bill.of(outcome.experiment().scenario().topology(), outcome.summary(), prices())).toList();
        return Findings.swept(scenario, settings, points.stream().map(Sweep.Point::values).toList(), rows, bills,
            replications, scenario.seed());
      });
    } catch (UnreadableSetting mistake) {
      throw new Mistake(EngineText.of(String.valueOf(mistake.getMessage())));
    }
  }

  /// All choices, or the half, the same, the double and fourfold of the present value, as far as it can have them.
  private String usual(String chosen) {
    return Setting.targets(workbench().document().scenario()).stream().filter(one -> one.target().equals(chosen))
        .findFirst().map(SweepForm::usual).orElse(USUAL_FAMILIES);
  }

  private static String usual(Setting.Target target) {
    var parameter = target.parameter();
    if (!parameter.choices().isEmpty()) {
      return String.join(",", parameter.choices().stream().map(Object::toString).toList());
    }
    if (!(target.present() instanceof Number present)) {
      return target.present().toString();
    }
    double value = present.doubleValue() == 0 ? 1 : present.doubleValue();
    return String.join(",", IntStream.range(0, 4).mapToDouble(i -> value * Math.pow(2, i - 1))
        .map(one -> Math.clamp(one, parameter.annotation().min(), parameter.annotation().max()))
        .map(one -> parameter.type() == int.class ? Math.max(parameter.annotation().min(), Math.rint(one)) : one)
        .distinct().mapToObj(Parameter::plain).toList());
  }
}
