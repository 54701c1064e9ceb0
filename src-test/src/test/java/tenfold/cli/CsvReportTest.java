package tenfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// The CSV that spreadsheets read.
final class CsvReportTest {

  @Test
  void everyLineHasTheColumnsOfTheHead() {
    var csv = Invocation.ofShort("growth", "growth-crisis", "--families", "10,20,30", "--format", "csv").out();
    var lines = csv.split("\r\n");
    assertEquals(4, lines.length, csv);
    assertTrue(csv.endsWith("\r\n"), csv);
    assertTrue(lines[0].startsWith("families,requests,throughputPerSecond,goodputPerSecond,errorShare,timeoutShare,"
        + "meanMs,meanMsHalfWidth95,p50Ms,p95Ms,p95MsHalfWidth95,p99Ms,cost.perMonth,cost.per1000Families,"
        + "cost.perMillionRequests,"), csv);
    assertTrue(lines[0].contains(
        ",Primary.utilisation,Primary.meanQueueLength,Primary.meanResponseMs,Primary.hitShare,"), csv);
    assertTrue(lines[0].contains("Primary.meanLagMs,Primary.meanPaidFor,Primary.costPerMonth,wrong.staleReads,"), csv);
    assertEquals(1, Arrays.stream(lines).map(line -> line.split(",", -1).length).distinct().count(), csv);
    assertTrue(lines[3].startsWith("30,"), csv);
  }

  @Test
  void whatCannotBeKnownIsEmpty() {
    var csv = Invocation.of("run", "growth-crisis", "--format", "csv", "--replications", "1", "--warm-up", "0",
        "--length", "1").out();
    assertEquals("", csv.split("\r\n")[1].split(",", -1)[7], csv);
  }
}
