package tenfold.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tenfold.component.Families;
import tenfold.component.ScalingPoint;
import tenfold.component.Truth.Wrong;
import tenfold.experiment.Setting;
import tenfold.run.Bill;
import tenfold.run.Experiment.Summary;
import tenfold.run.NodeResult;
import tenfold.stats.Interval;

/// A report as tables for people.
final class TableReport {
  /// A 99th percentile rests on the slowest hundredth of the answers; from fewer than ten of them it is hearsay.
  private static final long ANSWERS_FOR_P99 = 1_000;
  private static final String MISSING = "-";
  private static final int MOST_DIGITS = 3;

  private final Report report;
  private final PrintStream out;
  private final String plusMinus;

  private TableReport(Report report, PrintStream out) {
    this.report = report;
    this.out = out;
    this.plusMinus = out.charset().newEncoder().canEncode('±') ? "±" : "+-";
  }

  static void write(Report report, PrintStream out) {
    new TableReport(report, out).write();
  }

  private void write() {
    var scenario = report.scenario();
    out.printf(Locale.ROOT, "%s: %s of %s s each, after %s s of warm-up, seed %d%n%n", scenario.title(),
        report.replications() == 1 ? "1 replication" : report.replications() + " replications",
        plain(scenario.lengthSeconds()), plain(scenario.warmUpSeconds()), report.seed());
    print(requests());
    footnotes();
    if (report.rows().size() == 1) {
      out.println();
      print(nodes());
      scaling();
      wrong();
      out.println();
      out.println(cost(report.bill(report.rows().getFirst())));
    }
    out.println();
    out.println(speed());
  }

  private void print(TextTable table) {
    table.lines().forEach(out::println);
  }

  private TextTable requests() {
    var heads = List.of("families", "requests", "throughput|per second", "goodput|per second", "errors|%",
        "time-outs|%", "mean|ms", "p50|ms", "p95|ms", "p99|ms", "busiest node|%");
    var targets = report.targets().stream().filter(target -> !target.equals(Setting.FAMILIES)).toList();
    var table = new TextTable(true, Stream.concat(targets.stream(), heads.stream()).toArray(String[]::new));
    for (var line : report.rows()) {
      var row = line.summary();
      var cells = new ArrayList<String>();
      targets.forEach(target -> cells.add(Setting.text(line.values().get(report.targets().indexOf(target)))));
      cells.addAll(List.of(
          grouped(row.families()),
          grouped(row.requests()),
          interval(row.throughputPerSecond()),
          interval(row.goodputPerSecond()),
          percent(row.errorShare(), row.requests()),
          percent(row.timeoutShare(), row.requests()),
          interval(row.meanMs()),
          number(row.p50Ms()),
          number(row.p95Ms()),
          hasP99(row) ? number(row.p99Ms()) : MISSING,
          busiest(row.nodes())));
      table.add(cells.toArray(String[]::new));
    }
    return table;
  }

  private void footnotes() {
    if (report.replications() > 1) {
      out.printf("%s: half the width of the 95 %% confidence interval. Times are those of answered requests.%n",
          plusMinus);
    }
    if (report.summaries().stream().anyMatch(row -> !hasP99(row))) {
      out.printf(Locale.ROOT, "%s for p99: too few answers for a p99 (fewer than %,d).%n", MISSING, ANSWERS_FOR_P99);
    }
    report.stops().forEach(out::println);
  }

  private TextTable nodes() {
    var table = new TextTable(false, "node", "utilisation|%", "mean queue|requests", "mean response|ms",
        "cache hits|%", "replication lag|ms");
    report.summaries().getFirst().nodes().stream().filter(node -> !isFamilies(node)).forEach(node -> table.add(
        node.name(),
        number(100 * node.utilisation()),
        number(node.meanQueueLength()),
        number(node.meanResponseMs()),
        number(100 * node.hitShare()),
        number(node.meanLagMs())));
    return table;
  }

  /// What auto-scalers did in the first replication.
  private void scaling() {
    for (var node : report.summaries().getFirst().nodes()) {
      if (!node.scaling().isEmpty()) {
        var points = node.scaling();
        out.printf(Locale.ROOT, "%n%s: %d servers in service after its first period, %d at most, %d at the end.%n",
            node.name(), points.getFirst().inService(),
            points.stream().mapToInt(ScalingPoint::inService).max().orElse(0), points.getLast().inService());
      }
    }
  }

  private static String cost(Bill bill) {
    return String.format(Locale.ROOT, "Cost: $%,.0f a month, $%,.2f for 1,000 families, %s for a million requests.",
        bill.perMonth(), bill.per1000Families(),
        Double.isFinite(bill.perMillionRequests()) ? String.format(Locale.ROOT, "$%,.2f", bill.perMillionRequests())
            : MISSING);
  }

  /// What clients were told that is not so, if anything was.
  private void wrong() {
    var wrong = report.summaries().getFirst().wrong();
    if (wrong.counts().values().stream().anyMatch(count -> count > 0)) {
      var table = new TextTable(false, "wrong answers", "number", "of", "share|%");
      wrong.counts().forEach((what, count) -> {
        if (count > 0) {
          table.add(what.toString(), grouped(count), grouped(outOf(what)), percent((double) count / outOf(what), 1));
        }
      });
      out.println();
      print(table);
    }
  }

  /// What the share of a kind of wrong answers is a share of: reads, reloads or requests.
  private long outOf(Wrong what) {
    var row = report.summaries().getFirst();
    return switch (what) {
      case STALE_READ, OWN_WRITE_MISSING, TIME_WENT_BACKWARDS -> row.wrong().reads();
      case OLD_AFTER_SAVE -> row.wrong().reloads();
      default -> row.requests();
    };
  }

  private String speed() {
    long simulated = report.simulatedRequests();
    return String.format(Locale.ROOT, "%,d requests simulated, %s per CPU second, %s per wall second; digest %s",
        simulated, rounded(report.simulatedRequestsPerCpuSecond()), rounded(simulated / report.wallSeconds()),
        report.digest());
  }

  private String busiest(List<NodeResult> nodes) {
    return nodes.stream()
        .filter(node -> !isFamilies(node))
        .max(Comparator.comparingDouble(NodeResult::utilisation))
        .map(node -> node.name() + " " + number(100 * node.utilisation()))
        .orElse(MISSING);
  }

  private boolean isFamilies(NodeResult result) {
    return report.scenario().topology().node(result.name())
        .filter(node -> node.component() instanceof Families).isPresent();
  }

  private static boolean hasP99(Summary row) {
    return row.answered() >= ANSWERS_FOR_P99;
  }

  private String interval(Interval interval) {
    double half = interval.halfWidth();
    if (!Double.isFinite(half)) {
      return number(interval.mean());
    }
    int digits = digits(interval.mean());
    while (digits < MOST_DIGITS && half > 0 && half < 0.5 * Math.pow(10, -digits)) {
      digits++;
    }
    return fixed(interval.mean(), digits) + " " + plusMinus + " " + fixed(half, digits);
  }

  private static String percent(double share, long requests) {
    return requests == 0 ? MISSING : number(100 * share);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String rounded(double number) {
    return Double.isFinite(number) ? grouped(Math.round(number)) : MISSING;
  }

  private static String number(double value) {
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    return value > 0 && value < 0.0005 ? "<0.001" : fixed(value, digits(value));
  }

  /// Enough digits to compare with, and no more.
  private static int digits(double value) {
    double size = Math.abs(value);
    return size == 0 || size >= 1_000 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : MOST_DIGITS;
  }

  private static String fixed(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private static String plain(double seconds) {
    return seconds == Math.rint(seconds) ? Long.toString((long) seconds) : Double.toString(seconds);
  }
}
