package tenfold.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tenfold.experiment.Sweep;
import tenfold.run.Experiment;
import tenfold.scenario.PriceList;
import tenfold.scenario.Scenario;
import tenfold.scenario.TraceFile;
import tenfold.scenario.UnreadableText;

/// What the commands that run scenarios have in common.
final class ExperimentOptions {
  private static final int MOST_FAMILIES = 10_000_000;
  private static final int MOST_REPLICATIONS = 10_000;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--replications", paramLabel = "N", defaultValue = "10",
      description = "independent runs (default: ${DEFAULT-VALUE})")
  private int replications;

  @Option(names = "--seed", paramLabel = "N", description = "decides all chance (default: the scenario's)")
  private Optional<Long> seed = Optional.empty();

  @Option(names = "--warm-up", paramLabel = "SECONDS",
      description = "simulated time before anything is measured (default: the scenario's)")
  private Optional<Double> warmUp = Optional.empty();

  @Option(names = "--length", paramLabel = "SECONDS",
      description = "simulated time that is measured (default: the scenario's)")
  private Optional<Double> length = Optional.empty();

  @Option(names = "--trace", paramLabel = "FILE.csv",
      description = "let the families come as recorded: time_s,rate_per_s, or time_s with a line for each request")
  private Optional<Path> trace = Optional.empty();

  @Option(names = "--prices", paramLabel = "FILE",
      description = "prices that differ from the shipped ones, one a line: queue = 25")
  private Optional<Path> prices = Optional.empty();

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
      description = "table, json or csv (default: ${DEFAULT-VALUE})")
  private Format format = Format.TABLE;

  @Option(names = "--quiet", description = "no progress on the standard error stream")
  private boolean isQuiet;

  private PriceList priceList = PriceList.standard();

  /// How the report is written.
  Format format() {
    return format;
  }

  /// The scenario that is asked for, fit to run; what is odd about it, but does not keep it from running, is noted
  /// on `err`.
  Scenario scenario(String name, PrintStream err) throws InputProblem {
    range("--replications", replications, 1, MOST_REPLICATIONS);
    warmUp.ifPresent(seconds -> range("--warm-up", seconds, 0, Scenario.MAX_SECONDS));
    length.ifPresent(seconds -> range("--length", seconds, 0.001, Scenario.MAX_SECONDS));
    var found = ScenarioSource.open(name, err);
    try {
      if (prices.isPresent()) {
        priceList = PriceList.read(prices.get());
      }
      if (trace.isPresent()) {
        found = found.with(TraceFile.replaying(found.topology(), TraceFile.read(trace.get())));
      }
    } catch (UnreadableText mistake) {
      throw new InputProblem(mistake.getMessage(), mistake);
    }
    return found.lasting(warmUp.orElse(found.warmUpSeconds()), length.orElse(found.lengthSeconds()));
  }

  /// Runs the replications at each number of families.
  Report measure(String name, Scenario scenario, List<Integer> families, PrintStream err) throws InputProblem {
    return measure(name, scenario, List.of(), families.stream()
        .map(count -> new Sweep.Point(List.of(), experiment(scenario.with(scenario.topology().withFamilies(count)))))
        .toList(), err);
  }

  /// Runs the replications at each point of a sweep.
  ///
  /// @param targets what is set at the points
  Report measure(String name, Scenario scenario, List<String> targets, List<Sweep.Point> points, PrintStream err)
      throws InputProblem {
    return Report.measured(name, scenario, targets, points, priceList, runs(err));
  }

  /// The experiment with a scenario, as replications and seed are asked for.
  Experiment experiment(Scenario scenario) {
    return new Experiment(scenario, replications, seed.orElse(scenario.seed()));
  }

  /// What runs experiments, with progress unless it is not wanted.
  Runs runs(PrintStream err) {
    return Runs.onAllCores(isQuiet ? Progress.silent(err) : Progress.on(err));
  }

  /// What things cost.
  PriceList prices() {
    return priceList;
  }

  /// The files that have been asked for besides the scenario, as they are typed; empty for none.
  String files() {
    return trace.map(file -> " --trace " + ReportCommand.quoted(file.toString())).orElse("")
        + prices.map(file -> " --prices " + ReportCommand.quoted(file.toString())).orElse("");
  }

  /// Independent runs.
  int replications() {
    return replications;
  }

  /// Refuses what picocli cannot know to be wrong.
  ParameterException usage(String sentence) {
    return new ParameterException(command.commandLine(), sentence);
  }

  /// Refuses numbers of families that no co-op has.
  void checkFamilies(int count) {
    range("--families", count, 1, MOST_FAMILIES);
  }

  private void range(String option, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new ParameterException(command.commandLine(), String.format(Locale.ROOT,
          "%s must be between %s and %s, not %s", option, plain(min), plain(max), plain(value)));
    }
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
