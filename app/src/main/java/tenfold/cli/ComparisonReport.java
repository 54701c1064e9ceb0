package tenfold.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tenfold.app.charts.Csv;
import tenfold.experiment.Comparison;
import tenfold.run.Bill;
import tenfold.run.Experiment;

/// What a comparison gave, for programs. The names and their order are a promise to them.
///
/// @param names of the two designs, as they were asked for
/// @param experiment how the first was run
/// @param comparison in what they differ
/// @param bills what they cost
record ComparisonReport(List<String> names, Experiment experiment, Comparison comparison, List<Bill> bills) {
  private static final List<String> HEAD = List.of("measure", "first", "firstHalfWidth95", "second",
      "secondHalfWidth95", "difference", "differenceHalfWidth95", "verdict");

  /// Prints it as JSON.
  void json(PrintStream out) {
    var tree = JsonReport.object();
    tree.put("first", names.get(0));
    tree.put("second", names.get(1));
    tree.put("families", comparison.first().families());
    tree.put("seed", experiment.seed());
    tree.put("replications", experiment.replications());
    tree.put("differs", comparison.differs());
    var list = tree.putArray("differences");
    for (var one : comparison.differences()) {
      var entry = list.addObject();
      entry.put("measure", one.measure().toString());
      JsonReport.put(entry, "first", one.first().mean());
      JsonReport.put(entry, "firstHalfWidth95", one.first().halfWidth());
      JsonReport.put(entry, "second", one.second().mean());
      JsonReport.put(entry, "secondHalfWidth95", one.second().halfWidth());
      JsonReport.put(entry, "difference", one.difference().mean());
      JsonReport.put(entry, "differenceHalfWidth95", one.difference().halfWidth());
      entry.put("verdict", verdict(one));
    }
    var cost = tree.putObject("costPerMonth");
    JsonReport.put(cost, "first", bills.get(0).perMonth());
    JsonReport.put(cost, "second", bills.get(1).perMonth());
    tree.put("firstDigest", String.format("%016x", comparison.first().digest()));
    tree.put("secondDigest", String.format("%016x", comparison.second().digest()));
    JsonReport.print(tree, out);
  }

  /// Prints it as CSV: a line for each measure, and one for the cost.
  void csv(PrintStream out) {
    var lines = new ArrayList<List<String>>();
    lines.add(HEAD);
    for (var one : comparison.differences()) {
      lines.add(List.of(one.measure().toString(), CsvReport.number(one.first().mean()),
          CsvReport.number(one.first().halfWidth()), CsvReport.number(one.second().mean()),
          CsvReport.number(one.second().halfWidth()), CsvReport.number(one.difference().mean()),
          CsvReport.number(one.difference().halfWidth()), verdict(one)));
    }
    double first = bills.get(0).perMonth();
    double second = bills.get(1).perMonth();
    lines.add(List.of("costPerMonth", CsvReport.number(first), "", CsvReport.number(second), "",
        CsvReport.number(second - first), "", ""));
    out.writeBytes(Csv.text(lines).getBytes(StandardCharsets.UTF_8));
  }

  private static String verdict(Comparison.Difference one) {
    return switch (one.verdict()) {
      case BETTER -> "better";
      case WORSE -> "worse";
      case NOT_SHOWN -> "notShown";
      case SAME -> "same";
    };
  }
}
