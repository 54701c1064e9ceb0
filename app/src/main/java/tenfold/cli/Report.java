package tenfold.cli;

import java.util.List;
import java.util.Locale;
import tenfold.run.Bill;
import tenfold.run.Experiment;
import tenfold.run.Experiment.Summary;
import tenfold.scenario.PriceList;
import tenfold.scenario.Scenario;

/// What an experiment, or several at growing numbers of families, gave.
///
/// @param name the scenario as it was asked for
/// @param scenario what was run
/// @param replications runs at each number of families
/// @param seed decided all chance
/// @param rows results, one for each number of families
/// @param prices what things cost
/// @param cpuSeconds processor time of all runs together; NaN where the machine cannot tell
/// @param wallSeconds time that passed meanwhile
record Report(
    String name,
    Scenario scenario,
    int replications,
    long seed,
    List<Summary> rows,
    PriceList prices,
    double cpuSeconds,
    double wallSeconds) {
  Report {
    rows = List.copyOf(rows);
  }

  /// The report of experiments that differ in nothing but the number of families.
  static Report measured(String name, Scenario scenario, PriceList prices, List<Experiment> experiments, Runs runs)
      throws InputProblem {
    var rows = runs.measure(experiments, Experiment::summary);
    var first = experiments.getFirst();
    return new Report(name, scenario, first.replications(), first.seed(), rows, prices, runs.cpuSeconds(),
        runs.wallSeconds());
  }

  /// What the system costs with the families of a row.
  Bill bill(Summary row) {
    return Bill.of(scenario.topology(), row, prices);
  }

  /// Requests that were simulated, warm-ups included.
  long simulatedRequests() {
    return rows.stream().mapToLong(Summary::simulatedRequests).sum();
  }

  double simulatedRequestsPerCpuSecond() {
    return simulatedRequests() / cpuSeconds;
  }

  /// Why runs were stopped before their end: a sentence for each row of which one was.
  List<String> stops() {
    return rows.stream().filter(row -> row.stopped().isPresent())
        .map(row -> String.format(Locale.ROOT, "With %,d families a run was %s", row.families(), row.stopped().get()))
        .toList();
  }

  /// The exit code of a command that has written it.
  int exitCode() {
    return stops().isEmpty() ? Cli.OK : Cli.STOPPED;
  }

  /// Fingerprint of all runs, as 16 hexadecimal digits; that of a single row is the row's own.
  String digest() {
    long digest = 0;
    for (var row : rows) {
      digest = 31 * digest + row.digest();
    }
    return String.format("%016x", digest);
  }
}
