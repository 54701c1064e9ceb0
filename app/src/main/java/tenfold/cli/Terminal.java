package tenfold.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import tenfold.experiment.Sweep;
import tenfold.run.Experiment;
import tenfold.scenario.Gallery;
import tenfold.scenario.PriceList;
import tenfold.scenario.Scenario;

/// What Tenfold does where no window can be opened: the main thing, in words and as a picture.
public final class Terminal {
  private static final String SCENARIO = "growth-crisis";
  private static final String CHART = "growth-curve.png";
  private static final int REPLICATIONS = 5;

  private Terminal() {}

  /// Says why there is no window, prints the growth table of the growth crisis and draws its curve into
  /// `growth-curve.png` in the folder.
  ///
  /// @param reason why there is no window, as the end of a sentence
  /// @return the exit code: 0, or 1 when the picture cannot be written
  public static int run(String reason, Path folder, PrintStream out, PrintStream err) {
    out.println("No window can be opened here, because " + reason + "; so this is the growth crisis in the terminal.");
    out.println();
    out.flush();
    return show(Gallery.scenario(SCENARIO), REPLICATIONS, folder, out, err);
  }

  /// Table and picture of a scenario's growth.
  static int show(Scenario scenario, int replications, Path folder, PrintStream out, PrintStream err) {
    var points = GrowthCommand.FAMILIES.stream()
        .map(count -> new Sweep.Point(List.of(), new Experiment(
            scenario.with(scenario.topology().withFamilies(count)), replications, scenario.seed())))
        .toList();
    try {
      var report = Report.measured(SCENARIO, scenario, List.of(), points, PriceList.standard(),
          Runs.onAllCores(Progress.on(err)));
      Format.TABLE.write(report, out);
      out.println(ChartFile.write(report, folder.resolve(CHART)));
      return Cli.OK;
    } catch (InputProblem problem) {
      err.println(problem.getMessage());
      return Cli.PROBLEM;
    }
  }
}
