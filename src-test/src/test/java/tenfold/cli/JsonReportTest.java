package tenfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON that other programs read.
final class JsonReportTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void namesAndTheirOrderAreAsPromised() {
    var report = json(Invocation.ofShort("run", "growth-crisis", "--format", "json"));
    assertEquals(
        List.of("scenario", "seed", "replications", "rows", "simulatedRequestsPerCpuSecond", "digest"),
        List.copyOf(report.propertyNames()));
    assertEquals(
        List.of("families", "requests", "throughputPerSecond", "goodputPerSecond", "errorShare", "timeoutShare",
            "meanMs", "meanMsHalfWidth95", "p50Ms", "p95Ms", "p95MsHalfWidth95", "p99Ms", "nodes", "links", "wrong",
            "cost", "stopped"),
        List.copyOf(report.path("rows").path(0).propertyNames()));
    assertEquals(
        List.of("name", "utilisation", "meanQueueLength", "meanResponseMs", "hitShare", "meanLagMs", "meanPaidFor",
            "costPerMonth", "scaling"),
        List.copyOf(report.path("rows").path(0).path("nodes").path(0).propertyNames()));
    assertEquals(
        List.of("reads", "reloads", "merged", "staleReads", "oldAfterSave", "ownWritesMissing", "timeWentBackwards",
            "sessionsUnknown", "sessionsLost", "lostWrites", "mergedAway", "duplicateFamilies", "doubleEnrolments",
            "jobsLost", "jobsGivenUp", "jobsDoubled", "chargedTwice", "brokenFiles"),
        List.copyOf(report.path("rows").path(0).path("wrong").propertyNames()));
  }

  @Test
  void valuesHaveTheirTypes() {
    var report = json(Invocation.ofShort("run", "growth-crisis", "--format", "JSON", "--seed", "7"));
    var row = report.path("rows").path(0);
    assertEquals("growth-crisis", report.path("scenario").stringValue());
    assertEquals(7, report.path("seed").longValue());
    assertEquals(2, report.path("replications").intValue());
    assertEquals(1, report.path("rows").size());
    assertEquals(10, row.path("families").intValue());
    assertTrue(row.path("requests").isIntegralNumber(), row.toString());
    assertTrue(row.path("p99Ms").isNumber(), row.toString());
    assertTrue(row.path("meanMs").doubleValue() > 20, row.toString());
    assertEquals("Server", row.path("nodes").path(1).path("name").stringValue());
    assertTrue(report.path("digest").stringValue().matches("[0-9a-f]{16}"), report.toString());
  }

  @Test
  void whatCannotBeKnownIsNull() {
    var single = json(Invocation.of(
        "run", "growth-crisis", "--format", "json", "--replications", "1", "--warm-up", "0", "--length", "1"));
    assertTrue(single.path("rows").path(0).path("meanMsHalfWidth95").isNull(), single.toString());
    var unanswered = json(Invocation.of(
        "run", "growth-crisis", "--format", "json", "--families", "1", "--warm-up", "0", "--length", "0.001"));
    assertTrue(unanswered.path("rows").path(0).path("meanMs").isNull(), unanswered.toString());
    assertTrue(unanswered.path("rows").path(0).path("p95Ms").isNull(), unanswered.toString());
  }

  /// The scaler's points come every 60 s; the stack's own node has none.
  @Test
  void anAutoScalerReportsWhatItDid() {
    var nodes = json(Invocation.of("run", "flapping", "--format", "json", "--replications", "1", "--warm-up", "0",
        "--length", "180")).path("rows").path(0).path("nodes");
    var scaling = nodes.valueStream().filter(node -> node.path("name").stringValue().equals("Auto-scaler"))
        .findFirst().orElseThrow().path("scaling");
    assertEquals(List.of("peakInService", "endInService", "points"), List.copyOf(scaling.propertyNames()));
    assertEquals(List.of("seconds", "desired", "inService", "starting", "utilisation", "responseMs"),
        List.copyOf(scaling.path("points").path(0).propertyNames()));
    assertEquals(3, scaling.path("points").size());
    assertEquals(3, scaling.path("peakInService").intValue());
    assertTrue(nodes.path(2).path("scaling").isNull(), nodes.toString());
  }

  @Test
  void costIsBilledByThePricesAskedFor() throws IOException {
    var file = Files.writeString(folder.resolve("prices.txt"), "server.8 = 400\n");
    var usual = cost(Invocation.ofShort("run", "growth-crisis", "--format", "json"));
    assertEquals(400, usual.path("perMonth").doubleValue());
    assertEquals(40_000, usual.path("per1000Families").doubleValue(), 1e-9);
    var dear = cost(Invocation.ofShort("run", "growth-crisis", "--format", "json", "--prices", file.toString()));
    assertEquals(500, dear.path("perMonth").doubleValue());
    var wrong = Invocation.ofShort("run", "growth-crisis", "--prices", folder.resolve("none.txt").toString());
    assertEquals(Cli.PROBLEM, wrong.code());
    assertTrue(wrong.err().startsWith("There is no file "), wrong.err());
  }

  /// Ten requests a second as recorded, whatever the ten families would do; four standard deviations.
  @Test
  void aRecordedTraceIsReplayed() throws IOException {
    var file = Files.writeString(folder.resolve("trace.csv"), "time_s,rate_per_s\n0,10\n");
    var row = json(Invocation.of("run", "growth-crisis", "--format", "json", "--replications", "1", "--warm-up", "1",
        "--length", "100", "--trace", file.toString())).path("rows").path(0);
    assertEquals(1_000, row.path("requests").intValue(), 4 * Math.sqrt(1_000));
    Files.writeString(file, "time_s,rate_per_s\n-1,10\n");
    var wrong = Invocation.ofShort("run", "growth-crisis", "--trace", file.toString());
    assertEquals(Cli.PROBLEM, wrong.code());
    assertTrue(wrong.err().contains("trace.csv, line 2: time_s must be between 0 and 172800, not -1."), wrong.err());
  }

  private static JsonNode cost(Invocation invocation) {
    return json(invocation).path("rows").path(0).path("cost");
  }

  @Test
  void growthHasOneRowForEachNumberOfFamilies() {
    var report = json(Invocation.ofShort("growth", "growth-crisis", "--families", "100,10", "--format", "json"));
    assertEquals(
        List.of(10, 100),
        report.path("rows").valueStream().map(row -> row.path("families").intValue()).toList());
  }

  private static JsonNode json(Invocation invocation) {
    assertEquals(Cli.OK, invocation.code(), invocation.err());
    return new JsonMapper().readTree(invocation.out());
  }
}
