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
import picocli.CommandLine.Parameters;
import tenfold.app.experiment.Findings;
import tenfold.experiment.Comparison;
import tenfold.experiment.Setting;
import tenfold.experiment.UnreadableSetting;
import tenfold.run.Bill;
import tenfold.run.Experiment;
import tenfold.run.Experiment.Summary;
import tenfold.run.Result;
import tenfold.scenario.Scenario;

/// `tenfold compare`: two designs with the same families and the same luck.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    sortOptions = false,
    description = "Runs two designs with the same families and the same luck and says in what they differ.")
final class CompareCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Parameters(index = "0", paramLabel = "A", completionCandidates = ShippedNames.class,
      description = "a scenario file or a shipped scenario (see: tenfold scenarios)")
  private String first = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "B", completionCandidates = ShippedNames.class,
      description = "another one; A once more when it is left out")
  private Optional<String> second = Optional.empty();

  @Mixin
  private final ExperimentOptions options = new ExperimentOptions();

  @Option(names = "--set", paramLabel = "NODE.PARAMETER=VALUE", description = "is changed in B; may be given again")
  private List<String> settings = List.of();

  @Option(names = "--families", paramLabel = "N", description = "families in both (default: those of A)")
  private Optional<Integer> families = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE.html", description = "also write the results as a page with a chart")
  private Optional<Path> page = Optional.empty();

  CompareCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws InputProblem {
    families.ifPresent(options::checkFamilies);
    if (second.isEmpty() && settings.isEmpty()) {
      throw options.usage("compare needs a second scenario, or --set to say what is different");
    }
    if (page.isPresent()) {
      OutputFile.check(page.get(), "page");
    }
    var one = options.scenario(first, err);
    int count = families.orElse(one.topology().familyCount());
    var firstDesign = one.with(one.topology().withFamilies(count));
    var base = second.isPresent() ? options.scenario(second.get(), err) : one;
    var other = changed(base.lasting(one.warmUpSeconds(), one.lengthSeconds()));
    var secondDesign = other.with(other.topology().withFamilies(count));
    ScenarioSource.mustRun(secondDesign);
    return compare(options.experiment(firstDesign),
        new Experiment(secondDesign, options.replications(), options.experiment(firstDesign).seed()));
  }

  private Scenario changed(Scenario scenario) {
    var changed = scenario;
    try {
      for (var text : settings) {
        var setting = Setting.of(changed, text);
        if (setting.values().size() > 1) {
          throw options.usage("--set " + text + " has several values; compare takes one");
        }
        changed = setting.applied(changed).getFirst();
      }
    } catch (UnreadableSetting mistake) {
      throw options.usage(String.valueOf(mistake.getMessage()));
    }
    return changed;
  }

  private int compare(Experiment one, Experiment other) throws InputProblem {
    var runs = new ArrayList<List<Result>>();
    var summaries = options.runs(err).measure(List.of(one, other), (experiment, results) -> {
      runs.add(results);
      return experiment.summary(results);
    });
    var comparison = Comparison.of(summaries.get(0), runs.get(0), summaries.get(1), runs.get(1));
    var bills = List.of(bill(one, summaries.get(0)), bill(other, summaries.get(1)));
    var names = List.of(first, secondName());
    var report = new ComparisonReport(names, one, comparison, bills);
    switch (options.format()) {
      case TABLE -> FindingText.print(finding(report), out);
      case JSON -> report.json(out);
      case CSV -> report.csv(out);
    }
    if (page.isPresent()) {
      err.println(PageFile.write(finding(report), page.get()));
    }
    return summaries.stream().anyMatch(summary -> summary.stopped().isPresent()) ? Cli.STOPPED : Cli.OK;
  }

  private String secondName() {
    var base = second.orElse(first);
    return settings.isEmpty() ? base : base + ", " + String.join(", ", settings);
  }

  private Bill bill(Experiment experiment, Summary summary) {
    return Bill.of(experiment.scenario().topology(), summary, options.prices());
  }

  private static tenfold.app.experiment.Finding finding(ComparisonReport report) {
    return Findings.compared(report.names().get(0), report.names().get(1), report.experiment().scenario(),
        report.comparison(), report.bills().get(0), report.bills().get(1), report.experiment().replications(),
        report.experiment().seed());
  }
}
