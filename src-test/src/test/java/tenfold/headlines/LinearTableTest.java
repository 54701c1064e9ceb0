package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static tenfold.headlines.Altered.shipped;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.AppServer.RouteCpu;
import tenfold.component.AutoScaler.Scaling;
import tenfold.component.Families.Keys;
import tenfold.component.Law;
import tenfold.coop.Route;
import tenfold.theory.Sizing;

/// The text's table of linear scaling, with the demand of its sample code: 2.25 ms of processor time a page, a page
/// every 2 s and the 25 ms that it takes.
class LinearTableTest {
  private static final double DEMAND = 0.00225;
  private static final double CYCLE = 2.025;

  /// The text: 2, 5, 20 and 100 servers. Four of its first size are enough for 10,000, and the fifth is a spare; the
  /// last two rows hold with larger machines only.
  @ParameterizedTest
  @CsvSource({"1000, 4, 2", "10000, 4, 4", "100000, 8, 20", "1000000, 16, 100", "100000, 4, 40", "1000000, 4, 397"})
  void serversAtSeventyPercent(int users, int cores, int servers) {
    assertEquals(servers, new Sizing(DEMAND, cores, 0.7, 2).servers(users / CYCLE));
  }

  /// One server of four cores would be 40 % of what 1,000 users take at 70 %: the text's two are its minimum.
  @Test
  void aThousandUsersTakeFourTenthsOfAServer() {
    assertEquals(0.4, 1_000 / CYCLE * DEMAND / (4 * 0.7), 0.005);
  }

  /// The simulated servers are as busy as the table says.
  @ParameterizedTest
  @CsvSource({"1000, 2", "10000, 4"})
  void theSmallRowsAreAsBusyInTheSimulation(int users, int servers) {
    var run = new Altered(shipped("sample-scaled").scenario()
        .with(shipped("sample-scaled").scenario().topology().withFamilies(users)))
        .with("Servers", "count", servers).lasting(20, 20).run(1);
    double busy = run.nodes().stream().filter(node -> node.name().equals("Servers")).findFirst().orElseThrow()
        .utilisation();
    double expected = users / CYCLE * DEMAND / (4 * servers);
    assertEquals(expected, busy, 0.05 * expected);
  }

  /// A hundred thousand users send 49,260 pages a second: 110.8 cores' work, 39.6 servers of four at 70 %. Here a
  /// hundredth of the pages, each of a hundred times the work, all the same. With 40 servers a minute's utilisation is
  /// 69.3 % with a standard deviation of 0.4 %, and it takes three minutes above 70 % in a row to add one more: a false
  /// alarm in a thousand seeds.
  @Test
  void targetTrackingFindsTheTextsFortyServers() {
    var work = List.of(new RouteCpu(Route.GET_FAMILY, 75, 150, Law.CONSTANT));
    var run = shipped("flapping")
        .with("Families", "arrivalRatePerSecond", 492.6)
        .with("Families", "keys", Keys.UNIFORM)
        .with("Servers", "cpu", work)
        .with("Servers", "count", 20)
        .with("Auto-scaler", "scaling", Scaling.TARGET_TRACKING)
        .with("Auto-scaler", "cooldownInSeconds", 300.0)
        .with("Servers", "threads", 20)
        .with("Servers", "backlog", 5)
        .lasting(0, 1_200).run(1);
    var points = run.nodes().stream().flatMap(node -> node.scaling().stream()).toList();
    assertEquals(40, points.getLast().desired());
    assertEquals(40, points.getLast().inService());
  }
}
