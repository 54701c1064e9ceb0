package tenfold.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    var text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(report)) + "\n";
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode tree(Report report) {
    var tree = MAPPER.createObjectNode();
    tree.put("scenario", report.name());
    tree.put("seed", report.seed());
    tree.put("replications", report.replications());
    var rows = tree.putArray("rows");
    report.rows().forEach(row -> row(row, rows.addObject()));
    put(tree, "simulatedRequestsPerCpuSecond", report.simulatedRequestsPerCpuSecond());
    tree.put("digest", report.digest());
    return tree;
  }

  private static void row(Summary summary, ObjectNode row) {
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
    put(row, "p99Ms", summary.p99Ms());
    var nodes = row.putArray("nodes");
    summary.nodes().forEach(node -> node(node, nodes.addObject()));
    var links = row.putArray("links");
    summary.links().forEach(link -> link(link, links.addObject()));
    var wrong = row.putObject("wrong");
    wrong.put("reads", summary.wrong().reads());
    wrong.put("reloads", summary.wrong().reloads());
    summary.wrong().counts().forEach((what, count) -> wrong.put(what.toString(), count));
    row.put("stopped", summary.stopped().orElse(null));
  }

  private static void node(NodeResult result, ObjectNode node) {
    node.put("name", result.name());
    put(node, "utilisation", result.utilisation());
    put(node, "meanQueueLength", result.meanQueueLength());
    put(node, "meanResponseMs", result.meanResponseMs());
    put(node, "hitShare", result.hitShare());
    put(node, "meanLagMs", result.meanLagMs());
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
  private static void put(ObjectNode object, String name, double value) {
    if (Double.isFinite(value)) {
      object.put(name, value);
    } else {
      object.putNull(name);
    }
  }
}
