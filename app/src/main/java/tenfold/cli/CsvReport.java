package tenfold.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tenfold.app.charts.Csv;
import tenfold.cli.Report.Row;
import tenfold.experiment.Setting;

/// A report as comma-separated values: a head, then one line for each number of families; the nodes' columns at the
/// end. Source: RFC 4180.
final class CsvReport {
  private static final List<String> HEAD = List.of(
      "families", "requests", "throughputPerSecond", "goodputPerSecond", "errorShare", "timeoutShare", "meanMs",
      "meanMsHalfWidth95", "p50Ms", "p95Ms", "p95MsHalfWidth95", "p99Ms", "cost.perMonth", "cost.per1000Families",
      "cost.perMillionRequests");

  private CsvReport() {}

  static void write(Report report, PrintStream out) {
    var text = new StringBuilder(Csv.line(head(report)));
    report.rows().forEach(row -> text.append(Csv.line(cells(report, row))));
    out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> head(Report report) {
    var first = report.summaries().getFirst();
    var nodes = first.nodes().stream()
        .flatMap(node -> Stream.of("utilisation", "meanQueueLength", "meanResponseMs", "hitShare", "meanLagMs",
            "meanPaidFor", "costPerMonth")
            .map(column -> node.name() + "." + column));
    var wrong = first.wrong().counts().keySet().stream().map(what -> "wrong." + what);
    var targets = report.targets().stream().filter(target -> !target.equals(Setting.FAMILIES));
    return Stream.of(targets, HEAD.stream(), nodes, wrong, Stream.of("stopped")).flatMap(columns -> columns).toList();
  }

  private static List<String> cells(Report report, Row line) {
    var row = line.summary();
    var bill = report.bill(line);
    var cells = new ArrayList<String>();
    for (int i = 0; i < report.targets().size(); i++) {
      if (!report.targets().get(i).equals(Setting.FAMILIES)) {
        cells.add(Setting.text(line.values().get(i)));
      }
    }
    cells.add(Integer.toString(row.families()));
    cells.add(Long.toString(row.requests()));
    cells.add(number(row.throughputPerSecond().mean()));
    cells.add(number(row.goodputPerSecond().mean()));
    cells.add(number(row.errorShare()));
    cells.add(number(row.timeoutShare()));
    cells.add(number(row.meanMs().mean()));
    cells.add(number(row.meanMs().halfWidth()));
    cells.add(number(row.p50Ms()));
    cells.add(number(row.p95Ms()));
    cells.add(number(row.p95HalfWidthMs()));
    cells.add(number(row.p99Ms()));
    cells.add(number(bill.perMonth()));
    cells.add(number(bill.per1000Families()));
    cells.add(number(bill.perMillionRequests()));
    for (var node : row.nodes()) {
      cells.add(number(node.utilisation()));
      cells.add(number(node.meanQueueLength()));
      cells.add(number(node.meanResponseMs()));
      cells.add(number(node.hitShare()));
      cells.add(number(node.meanLagMs()));
      cells.add(number(node.meanPaidFor()));
      cells.add(number(bill.nodes().getOrDefault(node.name(), 0.0)));
    }
    row.wrong().counts().values().forEach(count -> cells.add(Long.toString(count)));
    cells.add(row.stopped().orElse(""));
    return cells;
  }

  /// A number; nothing when it cannot be known.
  static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }
}
