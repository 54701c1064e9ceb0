package tenfold.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Networks of several centres against the reference table, M/M/c//N, mean value analysis, and the bounds.
class QueueingNetworkTest {
  private static final String DEMANDS = "D=[0.005, 0.03, 0.027];N=20;Z=1.0";
  private static final ClosedQueueingNetwork THREE =
      new ClosedQueueingNetwork(List.of(single(0.005), single(0.03), single(0.027)), 1, 0);

  @Test
  void agreesWithTheReferenceTable() {
    var solution = THREE.solve(20);
    assertEquals(ReferenceValues.value("closed MVA", DEMANDS, "R"), solution.responseSeconds(), 1e-12);
    assertEquals(ReferenceValues.value("closed MVA", DEMANDS, "X"), solution.throughput(), 1e-10);
    assertEquals(ReferenceValues.value("operational bounds", DEMANDS, "Xmax"), THREE.bounds().mostThroughput(20),
        1e-12);
    assertEquals(ReferenceValues.value("operational bounds", DEMANDS, "Rmin"), THREE.bounds().leastResponseSeconds(20),
        1e-12);
    assertEquals(ReferenceValues.value("operational bounds", DEMANDS, "Nstar"), THREE.bounds().saturationCustomers(),
        1e-9);
  }

  /// One centre and a delay are M/M/c//N, for any number of servers, far below and far beyond saturation.
  @ParameterizedTest
  @CsvSource(textBlock = """
      # N,     Z,     D,      S,       c
      1,       1,     0.02,   0.03,    4
      100,     0.362, 0,      0.02133, 4
      5000,    0.333, 0.0287, 0.02133, 4
      60,      1,     0.02,   1,       64
      300,     1,     0.02,   1,       64
      20000,   2,     0,      0.5,     1000
      200000,  10,    0.1,    0.001,   16
      """)
  void oneCentreIsMMcN(int customers, double think, double delay, double service, int servers) {
    var one = new ClosedNetwork(customers, think, delay, service, servers);
    var network = new ClosedQueueingNetwork(List.of(new ServiceCentre("", service, servers, 1)), think, delay);
    assertEquals(one.throughput(), network.solve(customers).throughput(), 1e-9 * one.throughput());
    assertEquals(one.meanResponseSeconds(), network.atBottleneck(customers).meanResponseSeconds(), 1e-12);
  }

  /// Centres of one server, by another way: R(n) = Σ D·(1 + Q(n − 1)).
  /// Source: Reiser & Lavenberg, J. ACM 27(2), 1980.
  @ParameterizedTest
  @CsvSource({"1", "7", "200", "3000"})
  void singleServersAgreeWithMeanValueAnalysis(int customers) {
    double[] demands = {0.004, 0.011, 0.010};
    double[] queues = new double[3];
    double response = 0;
    for (int n = 1; n <= customers; n++) {
      response = 0.05;
      double[] residence = new double[3];
      for (int k = 0; k < 3; k++) {
        residence[k] = demands[k] * (1 + queues[k]);
        response += residence[k];
      }
      for (int k = 0; k < 3; k++) {
        queues[k] = n / (2 + response) * residence[k];
      }
    }
    var network = new ClosedQueueingNetwork(List.of(single(0.004), single(0.011), single(0.010)), 2, 0.05);
    assertEquals(response, network.solve(customers).responseSeconds(), 1e-9 * customers);
  }

  /// A stack of ten servers is ten centres with a tenth of the requests each.
  @Test
  void copiesAreCentresOfTheirOwn() {
    var stack = new ClosedQueueingNetwork(List.of(new ServiceCentre("", 0.5, 2, 10), single(0.01)), 1, 0);
    var tenth = new ServiceCentre("", 0.05, 2, 1);
    var drawnApart = new ClosedQueueingNetwork(
        List.of(tenth, tenth, tenth, tenth, tenth, tenth, tenth, tenth, tenth, tenth, single(0.01)), 1, 0);
    assertEquals(drawnApart.solve(50).throughput(), stack.solve(50).throughput(), 1e-9);
    assertEquals(0.025, stack.bottleneck().secondsPerServer(), 1e-12);
  }

  /// The exact values lie between the bounds, for few and for many customers.
  @ParameterizedTest
  @CsvSource({"1", "5", "20", "36", "100", "1000"})
  void theBoundsHold(int customers) {
    var bounds = THREE.bounds();
    double exact = THREE.solve(customers).responseSeconds();
    assertTrue(bounds.isBalancedJobBounded());
    double slack = 1e-9 * exact;
    assertTrue(bounds.leastResponseSeconds(customers) <= exact + slack);
    assertTrue(bounds.balancedLeastResponseSeconds(customers) <= exact + slack);
    assertTrue(bounds.balancedMostResponseSeconds(customers) >= exact - slack);
    assertTrue(bounds.mostResponseSeconds(customers) >= exact - slack);
    assertTrue(bounds.balancedLeastResponseSeconds(customers) >= bounds.leastResponseSeconds(customers) - slack);
    assertTrue(bounds.balancedMostResponseSeconds(customers) <= bounds.mostResponseSeconds(customers) + slack);
  }

  @Test
  void severalServersHaveOnlyTheWideBounds() {
    var network = new ClosedQueueingNetwork(List.of(new ServiceCentre("", 0.02, 4, 1)), 1, 0);
    assertEquals(false, network.bounds().isBalancedJobBounded());
  }

  /// Jackson's network of the reference table: two single servers of 0.5 s and 0.667 s, one request a second.
  @Test
  void openNetworksAgreeWithTheReferenceTable() {
    var network = new OpenQueueingNetwork(List.of(single(0.5), single(1 / 1.5)), 0);
    assertEquals(ReferenceValues.value("open Jackson",
        "lambda0=[1.0, 0.0];P=[[0, 1.0], [0, 0]];mu=[2.0, 1.5];c=[1, 1]", "W"),
        network.meanResponseSeconds(1), 1e-12);
    assertEquals(1.5, network.mostThroughput(), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, network.meanResponseSeconds(1.5));
  }

  /// One centre is M/M/c: reference table, λ = 3, μ = 1, c = 4.
  @Test
  void anOpenNetworkOfOneCentreIsMMc() {
    var network = new OpenQueueingNetwork(List.of(new ServiceCentre("", 1, 4, 1)), 0.25);
    assertEquals(ReferenceValues.value("M/M/c", "lambda=3.0;mu=1.0;c=4", "W") + 0.25, network.meanResponseSeconds(3),
        1e-12);
  }

  @Test
  void whatIsNoNetworkIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new ServiceCentre("", 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new ClosedQueueingNetwork(List.of(), 1, 0));
    assertThrows(IllegalArgumentException.class, () -> new OpenQueueingNetwork(List.of(), 0));
    assertThrows(IllegalArgumentException.class, () -> THREE.solve(0));
    assertThrows(IllegalArgumentException.class, () -> THREE.solve(ClosedQueueingNetwork.MOST_CUSTOMERS + 1));
  }

  private static ServiceCentre single(double demandSeconds) {
    return new ServiceCentre("", demandSeconds, 1, 1);
  }
}
