package tenfold.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenfold.app.experiment.Findings;
import tenfold.experiment.Setting;
import tenfold.experiment.Sweep;
import tenfold.experiment.UnreadableSetting;

/// `tenfold sweep`: one scenario with several values of something.
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    sortOptions = false,
    description = "Runs a scenario with each of several values of a parameter, or of several, with the same luck.")
final class SweepCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Mixin
  private final ScenarioName name = new ScenarioName();

  @Mixin
  private final ExperimentOptions options = new ExperimentOptions();

  @Option(names = "--set", paramLabel = "NODE.PARAMETER=VALUES", required = true,
      description = {"what is varied: values with commas, or first:last:how many;", "families, Server.cores, "
          + "\"Families > Server.roundTripMs\"; all combinations of several"})
  private List<String> settings = List.of();

  @Option(names = "--families", paramLabel = "N", description = "families in the co-op (default: the scenario's)")
  private Optional<Integer> families = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE.html", description = "also write the results as a page with charts")
  private Optional<Path> page = Optional.empty();

  SweepCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws InputProblem {
    families.ifPresent(options::checkFamilies);
    if (page.isPresent()) {
      OutputFile.check(page.get(), "page");
    }
    var read = options.scenario(name.text(), err);
    var scenario = families.map(count -> read.with(read.topology().withFamilies(count))).orElse(read);
    try {
      var varied = new ArrayList<Setting>();
      for (var text : settings) {
        varied.add(Setting.of(scenario, text));
      }
      var first = options.experiment(scenario);
      var points = new Sweep(scenario, varied, first.replications(), first.seed()).points();
      for (var point : points) {
        ScenarioSource.mustRun(point.experiment().scenario());
      }
      var report = options.measure(name.text(), scenario, varied.stream().map(Setting::target).toList(), points, err);
      options.format().write(report, out);
      if (page.isPresent()) {
        err.println(PageFile.write(Findings.swept(scenario, varied, points.stream().map(Sweep.Point::values).toList(),
            report.summaries(), report.rows().stream().map(report::bill).toList(), report.replications(),
            report.seed()), page.get()));
      }
      return report.exitCode();
    } catch (UnreadableSetting mistake) {
      throw options.usage(String.valueOf(mistake.getMessage()));
    }
  }
}
