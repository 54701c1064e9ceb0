package tenfold.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tenfold growth`: one scenario with more and more families.
@Command(
    name = "growth",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    sortOptions = false,
    description = "Runs a scenario with more and more families and reports how response times grow.")
final class GrowthCommand implements Callable<Integer> {
  /// Families that are tried unless others are asked for: from 10 to 5,000, spread about evenly by ratio.
  static final List<Integer> FAMILIES = List.of(10, 20, 30, 50, 100, 200, 300, 500, 1_000, 2_000, 3_000, 5_000);

  private final PrintStream out;
  private final PrintStream err;

  @Mixin
  private final ScenarioName name = new ScenarioName();

  @Mixin
  private final ExperimentOptions options = new ExperimentOptions();

  @Option(names = "--families", paramLabel = "N", split = ",",
      description = "numbers of families to try (default: 12 from 10 to 5000)")
  private List<Integer> families = FAMILIES;

  @Option(names = "--chart", paramLabel = "FILE.png", description = "also draw the growth curve into this file")
  private Optional<Path> chart = Optional.empty();

  GrowthCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws InputProblem {
    families.forEach(options::checkFamilies);
    if (chart.isPresent()) {
      OutputFile.check(chart.get(), "chart");
    }
    var scenario = options.scenario(name.text(), err);
    var report = options.measure(name.text(), scenario, families.stream().distinct().sorted().toList(), err);
    options.format().write(report, out);
    if (chart.isPresent()) {
      err.println(ChartFile.write(report, chart.get()));
    }
    return report.exitCode();
  }
}
