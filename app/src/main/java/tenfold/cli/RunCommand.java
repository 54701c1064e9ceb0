package tenfold.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tenfold run`: one scenario, several replications.
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    sortOptions = false,
    description = "Runs a scenario and reports response times, throughput and what each node did.")
final class RunCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Mixin
  private final ScenarioName name = new ScenarioName();

  @Mixin
  private final ExperimentOptions options = new ExperimentOptions();

  @Option(names = "--families", paramLabel = "N", description = "families in the co-op (default: the scenario's)")
  private Optional<Integer> families = Optional.empty();

  @Option(names = "--incidents", paramLabel = "FILE.csv",
      description = "also write what clients were told that is not so, up to 1000 lines a replication")
  private Optional<Path> incidents = Optional.empty();

  RunCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws InputProblem {
    families.ifPresent(options::checkFamilies);
    if (incidents.isPresent()) {
      OutputFile.check(incidents.get(), "incidents");
    }
    var scenario = options.scenario(name.text(), err);
    var counts = List.of(families.orElse(scenario.topology().familyCount()));
    var report = options.measure(name.text(), scenario, counts, err);
    options.format().write(report, out);
    if (incidents.isPresent()) {
      err.println(IncidentFile.write(report, incidents.get()));
    }
    return report.exitCode();
  }
}
