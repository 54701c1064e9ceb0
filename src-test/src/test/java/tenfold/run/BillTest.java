package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.AppServer;
import tenfold.component.AutoScaler;
import tenfold.component.Billed;
import tenfold.component.Cdn;
import tenfold.component.ComponentSpec;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.MessageQueue;
import tenfold.component.RedisCache;
import tenfold.scenario.Gallery;
import tenfold.scenario.PriceList;
import tenfold.scenario.Scenario;

/// What systems cost, against the sums of the domain's price list.
class BillTest {
  private static final PriceList PRICES = PriceList.standard();

  @Test
  void everythingThatIsBilledHasAPrice() {
    for (var type : ComponentSpec.class.getPermittedSubclasses()) {
      for (var billed : ComponentSpec.standard(type.asSubclass(ComponentSpec.class)).billed()) {
        assertTrue(PRICES.price(billed.item()) > 0, type + ": " + billed);
      }
    }
  }

  /// The database is on the server's own cores and costs nothing more.
  @Test
  void theSingleServerCostsAHundred() {
    var bill = bill(Gallery.scenario("sample-single"), 1_000);
    assertEquals(100, bill.perMonth());
    assertEquals(100, bill.per1000Families());
  }

  /// 10 × 100 + 20 + 50 + 300 + 10 × 300, and 20 for a queue, which the shipped scenario does not draw; with one
  /// replica 2,700 less.
  @ParameterizedTest
  @CsvSource({"10, 10, 10000, 4390, 439", "40, 10, 100000, 7390, 73.9", "10, 1, 10000, 1690, 169"})
  void theScaledSampleCostsWhatTheDomainSays(int servers, int replicas, int users, double month, double perThousand) {
    var scenario = Gallery.scenario("sample-scaled");
    scenario = scenario.with(scenario.topology()
        .change("Servers", node -> node.with(node.component().withInstances(servers)))
        .change("Replicas", node -> node.with(node.component().withInstances(replicas)))
        .plus(Parts.node("Queue", new MessageQueue())));
    var bill = bill(scenario, users);
    assertEquals(month, bill.perMonth(), 1e-9);
    assertEquals(perThousand, bill.per1000Families(), 1e-9);
    assertEquals(Map.of("Families", 0.0, "Balancer", 20.0, "Servers", 100.0 * servers, "Cache", 50.0, "Primary", 300.0,
        "Replicas", 300.0 * replicas, "Queue", 20.0), bill.nodes());
  }

  /// A million requests at r a second take 10⁶/r seconds of the month's 2,628,000.
  @Test
  void aMillionRequestsCostTheirShareOfTheMonth() {
    var scenario = Gallery.scenario("sample-single").lasting(5, 20);
    var summary = new Experiment(scenario, 1, 1).run();
    double seconds = 1e6 / summary.throughputPerSecond().mean();
    double cost = Bill.of(scenario.topology(), summary, PRICES).perMillionRequests();
    assertEquals(100 * seconds / (730 * 3_600), cost, 1e-9);
  }

  /// Two servers for ten minutes and a third, which the scaler launches at 60 s and which boots for 30 s, for nine:
  /// 2.9 servers on the average.
  @Test
  void aScaledServerIsBilledFromItsLaunchOn() {
    var scenario = Gallery.scenario("flapping");
    scenario = scenario.with(scenario.topology().change("Auto-scaler",
        node -> node.with(Parts.with(Parts.with(new AutoScaler(), "max", 3), "replacement.enabled", false))));
    var bill = bill(scenario.lasting(0, 600), 1_000);
    assertEquals(100 * (2 * 600 + 540) / 600.0, bill.nodes().get("Servers"), 1e-6);
  }

  /// $100 a month are $0.137 an hour.
  @Test
  void aMonthHas730Hours() {
    assertEquals(0.137, 100 / 730.0, 0.0005);
    var scenario = Gallery.scenario("growth-crisis").lasting(0, 10);
    var summary = new Experiment(scenario, 1, 1).run();
    var bill = Bill.of(scenario.topology(), summary, PRICES);
    assertEquals(bill.perMonth() / 730 / 3_600 / summary.throughputPerSecond().mean() * 1e6, bill.perMillionRequests(),
        1e-9);
  }

  @ParameterizedTest
  @CsvSource({"1, 100", "4, 100", "5, 300", "8, 300", "64, 8000", "65, 16000", "128, 16000"})
  void aDatabaseIsTheNextSizeOfMachine(int cores, double dollars) {
    assertEquals(dollars, monthly(Parts.with(new DatabasePrimary(), "cores", cores)));
  }

  @ParameterizedTest
  @CsvSource({"0, 1850, 50", "1024, 10, 50", "1025, 10, 200", "8192, 10, 200", "8193, 10, 400", "0, 2000000, 200"})
  void aRedisIsTheNextSizeOfMemory(double maxMemoryMb, int maxEntries, double dollars) {
    assertEquals(dollars, monthly(Parts.with(Parts.with(new RedisCache(), "maxMemoryMb", maxMemoryMb), "maxEntries",
        maxEntries)));
  }

  /// $20 a month and $1 for a million requests: one a second for a month of 2,628,000 s are 2.628 million.
  @Test
  void anEdgeIsBilledByItsRequestsToo() {
    var drawn = Parts.topology(List.of(Parts.node("Families", new Families()), Parts.node("Edge", new Cdn()),
        Parts.node("Server", Parts.freeServer()), Parts.node("Primary", Parts.freePrimary())),
        "Families > Edge", "Edge > Server", "Server > Primary").withFamilies(100);
    var summary = new Experiment(new Scenario("Edge", "", drawn, 0, 50, 1), 1, 1).run();
    double callsPerSecond = summary.nodes().get(1).callsPerSecond();
    assertEquals(50, callsPerSecond, 5);
    assertEquals(20 + callsPerSecond * 2.628, Bill.of(drawn, summary, PRICES).nodes().get("Edge"), 1e-6);
  }

  @Test
  void aServerStatesItsOwnPrice() {
    assertEquals(123, monthly(Parts.with(new AppServer(), "monthlyPriceDollars", 123.0)));
  }

  /// The window's line: what there is now.
  @Test
  void thePresentInstantHasABillToo() {
    var scenario = Gallery.scenario("sample-scaled");
    var run = new Replication(scenario, 1);
    run.watch(1_000_000_000, _ -> {});
    run.advance(10_000_000_000L, () -> false);
    var bill = Bill.of(scenario.topology(), run.snapshot(), PRICES);
    assertEquals(4_370, bill.perMonth());
    double perSecond = 1_000 / 2.0205;
    assertEquals(4_370 / (perSecond * 2_628_000) * 1e6, bill.perMillionRequests(), 0.1 * bill.perMillionRequests());
  }

  /// The linear table at its last row: machines of 16 cores cost twice what those of four do.
  @Test
  void largerMachinesCostTwiceAsMuchForAMillionUsers() {
    assertEquals(80_000, 100 * PRICES.price("server.16"));
    assertEquals(39_700, 397 * PRICES.price("server.4"));
  }

  private static double monthly(ComponentSpec component) {
    return component.billed().stream().filter(billed -> billed.basis() == Billed.Basis.MONTH)
        .mapToDouble(billed -> billed.quantity() * PRICES.price(billed.item())).sum();
  }

  private static Bill bill(Scenario scenario, int families) {
    var system = scenario.with(scenario.topology().withFamilies(families));
    var measured = system.warmUpSeconds() == 0 ? system : system.lasting(0, 0.5);
    return Bill.of(system.topology(), new Experiment(measured, 1, 1).run(), PRICES);
  }
}
