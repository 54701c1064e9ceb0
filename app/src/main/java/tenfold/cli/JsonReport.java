package tenfold.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tenfold.component.ScalingPoint;
import tenfold.run.Bill;
import tenfold.run.Experiment.Summary;
import tenfold.run.LinkResult;
import tenfold.run.NodeResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A report as JSON. The names and their order are a promise to other programs; see the README.
final class JsonReport {
  private static final JsonMapper MAPPER = new JsonMapper();

  private JsonReport() {}

  static void write(Report report, PrintStream out) {
    print(tree(report), out);
  }

  /// An empty object.
  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /// Prints an object over several lines, in UTF-8.
  static void print(ObjectNode tree, PrintStream out) {
    var text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode tree(Report report) {
    var tree = MAPPER.createObjectNode();
    tree.put("scenario", report.name());
    tree.put("seed", report.seed());
    tree.put("replications", report.replications());
    var rows = tree.putArray("rows");
    report.rows().forEach(row -> {
      var object = rows.addObject();
      if (!report.targets().isEmpty()) {
        settings(report.targets(), row.values(), object.putObject("settings"));
      }
      row(row.summary(), report.bill(row), object);
    });
    put(tree, "simulatedRequestsPerCpuSecond", report.simulatedRequestsPerCpuSecond());
    tree.put("digest", report.digest());
    return tree;
  }

  private static void settings(List<String> targets, List<Object> values, ObjectNode settings) {
    for (int i = 0; i < targets.size(); i++) {
      switch (values.get(i)) {
        case Integer whole -> settings.put(targets.get(i), whole);
        case Double number -> settings.put(targets.get(i), number);
        case Boolean flag -> settings.put(targets.get(i), flag);
        default -> settings.put(targets.get(i), values.get(i).toString());
      }
    }
  }

  private static void row(Summary summary, Bill bill, ObjectNode row) {
    row.put("families", summary.families());
    row.put("requests", summary.requests());
    put(row, "throughputPerSecond", summary.throughputPerSecond().mean());
    put(row, "goodputPerSecond", summary.goodputPerSecond().mean());
    put(row, "errorShare", summary.errorShare());
    put(row, "timeoutShare", summary.timeoutShare());
    put(row, "meanMs", summary.meanMs().mean());
    put(row, "meanMsHalfWidth95", summary.meanMs().halfWidth());
    put(row, "p50Ms", summary.p50Ms());
    put(row, "p95Ms", summary.p95Ms());
    put(row, "p95MsHalfWidth95", summary.p95HalfWidthMs());
    put(row, "p99Ms", summary.p99Ms());
    var nodes = row.putArray("nodes");
    summary.nodes().forEach(node -> node(node, bill, nodes.addObject()));
    var links = row.putArray("links");
    summary.links().forEach(link -> link(link, links.addObject()));
    var wrong = row.putObject("wrong");
    wrong.put("reads", summary.wrong().reads());
    wrong.put("reloads", summary.wrong().reloads());
    wrong.put("merged", summary.wrong().merged());
    summary.wrong().counts().forEach((what, count) -> wrong.put(what.toString(), count));
    var cost = row.putObject("cost");
    put(cost, "perMonth", bill.perMonth());
    put(cost, "per1000Families", bill.per1000Families());
    put(cost, "perMillionRequests", bill.perMillionRequests());
    row.put("stopped", summary.stopped().orElse(null));
  }

  private static void node(NodeResult result, Bill bill, ObjectNode node) {
    node.put("name", result.name());
    put(node, "utilisation", result.utilisation());
    put(node, "meanQueueLength", result.meanQueueLength());
    put(node, "meanResponseMs", result.meanResponseMs());
    put(node, "hitShare", result.hitShare());
    put(node, "meanLagMs", result.meanLagMs());
    put(node, "meanPaidFor", result.meanPaidFor());
    put(node, "costPerMonth", bill.nodes().getOrDefault(result.name(), 0.0));
    if (result.scaling().isEmpty()) {
      node.putNull("scaling");
    } else {
      scaling(result.scaling(), node.putObject("scaling"));
    }
  }

  /// What an auto-scaler did, in the first replication.
  private static void scaling(List<ScalingPoint> points, ObjectNode scaling) {
    scaling.put("peakInService", points.stream().mapToInt(ScalingPoint::inService).max().orElse(0));
    scaling.put("endInService", points.getLast().inService());
    var series = scaling.putArray("points");
    for (var point : points) {
      var entry = series.addObject();
      put(entry, "seconds", point.seconds());
      entry.put("desired", point.desired());
      entry.put("inService", point.inService());
      entry.put("starting", point.starting());
      put(entry, "utilisation", point.utilisation());
      put(entry, "responseMs", point.responseMs());
    }
  }

  /// Only links with guards are there.
  private static void link(LinkResult result, ObjectNode link) {
    link.put("from", result.from());
    link.put("to", result.to());
    link.put("retries", result.guards().retries());
    link.put("hedges", result.guards().hedges());
    link.put("refused", result.guards().refused());
    link.put("openBreakers", result.guards().open());
  }

  /// JSON has no NaN: null says that there is nothing to say.
  static void put(ObjectNode object, String name, double value) {
    if (Double.isFinite(value)) {
      object.put(name, value);
    } else {
      object.putNull(name);
    }
  }
}
