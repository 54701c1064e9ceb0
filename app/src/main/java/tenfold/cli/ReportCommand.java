package tenfold.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tenfold.app.experiment.Findings;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScenarioFile;

/// `tenfold report`: all about one design as a page.
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    sortOptions = false,
    description = "Writes a page about a scenario: its drawing, results with intervals, growth curve, theory with its "
        + "caveats, and how to repeat it. The page is one file and opens without a network.")
final class ReportCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Mixin
  private final ScenarioName name = new ScenarioName();

  @Mixin
  private final ExperimentOptions options = new ExperimentOptions();

  @Option(names = "--families", paramLabel = "N", split = ",",
      description = "numbers of families of the growth curve (default: 12 from 10 to 5000)")
  private List<Integer> families = GrowthCommand.FAMILIES;

  @Option(names = "--output", paramLabel = "FILE.html",
      description = "where the page goes (default: the scenario's name in this folder)")
  private Optional<Path> output = Optional.empty();

  ReportCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws InputProblem {
    families.forEach(options::checkFamilies);
    var file = output.orElse(Path.of(baseName() + "-report.html"));
    OutputFile.check(file, "page");
    var scenario = options.scenario(name.text(), err);
    int own = scenario.topology().familyCount();
    var counts = new TreeSet<>(families);
    counts.add(own);
    var report = options.measure(name.text(), scenario, List.copyOf(counts), err);
    var growth = report.summaries();
    var present = growth.stream().filter(row -> row.families() == own).findFirst().orElseThrow();
    err.println(PageFile.write(Findings.report(scenario, present, growth, options.prices(), report.replications(),
        report.seed(), command(scenario, report, counts), report.digest()), file));
    options.format().write(report, out);
    return report.exitCode();
  }

  private String baseName() {
    var last = Path.of(name.text()).getFileName();
    return last == null ? "scenario" : last.toString().replace(ScenarioFile.ENDING, "");
  }

  /// What gives the same page again, whatever the defaults will be.
  private String command(Scenario scenario, Report report, TreeSet<Integer> counts) {
    return String.format(Locale.ROOT, "tenfold report %s --families %s --replications %d --seed %d --warm-up %s "
        + "--length %s%s", quoted(name.text()), counts.stream().map(String::valueOf).collect(Collectors.joining(",")),
        report.replications(), report.seed(), plain(scenario.warmUpSeconds()), plain(scenario.lengthSeconds()),
        options.files());
  }

  /// As a shell takes it.
  static String quoted(String text) {
    return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }

  private static String plain(double seconds) {
    return tenfold.component.Parameter.plain(seconds);
  }
}
