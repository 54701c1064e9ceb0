package tenfold.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenfold.experiment.Sweep;
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
/// @param targets what is set otherwise in each row, besides families; empty for nothing
/// @param rows results, one for each number of families or each combination of values
/// @param prices what things cost
/// @param cpuSeconds processor time of all runs together; NaN where the machine cannot tell
/// @param wallSeconds time that passed meanwhile
record Report(
    String name,
    Scenario scenario,
    int replications,
    long seed,
    List<String> targets,
    List<Row> rows,
    PriceList prices,
    double cpuSeconds,
    double wallSeconds) {
  Report {
    targets = List.copyOf(targets);
    rows = List.copyOf(rows);
  }

  /// What one experiment gave.
  ///
  /// @param scenario what was run
  /// @param values the values that were set, one for each target
  /// @param summary what it came to
  record Row(Scenario scenario, List<Object> values, Summary summary) {}

  /// The report of the points of a sweep.
  static Report measured(String name, Scenario scenario, List<String> targets, List<Sweep.Point> points,
      PriceList prices, Runs runs) throws InputProblem {
    var summaries = runs.measure(points.stream().map(Sweep.Point::experiment).toList(), Experiment::summary);
    var rows = new ArrayList<Row>();
    for (int i = 0; i < points.size(); i++) {
      rows.add(new Row(points.get(i).experiment().scenario(), points.get(i).values(), summaries.get(i)));
    }
    var first = points.getFirst().experiment();
    return new Report(name, scenario, first.replications(), first.seed(), targets, rows, prices, runs.cpuSeconds(),
        runs.wallSeconds());
  }

  /// The results, in the order of the rows.
  List<Summary> summaries() {
    return rows.stream().map(Row::summary).toList();
  }

  /// What the system of a row costs.
  Bill bill(Row row) {
    return Bill.of(row.scenario.topology(), row.summary, prices);
  }

  /// Requests that were simulated, warm-ups included.
  long simulatedRequests() {
    return summaries().stream().mapToLong(Summary::simulatedRequests).sum();
  }

  double simulatedRequestsPerCpuSecond() {
    return simulatedRequests() / cpuSeconds;
  }

  /// Why runs were stopped before their end: a sentence for each row of which one was.
  List<String> stops() {
    return summaries().stream().filter(row -> row.stopped().isPresent())
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
    for (var row : summaries()) {
      digest = 31 * digest + row.digest();
    }
    return String.format("%016x", digest);
  }
}
