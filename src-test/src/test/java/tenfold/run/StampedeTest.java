package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer.Algorithm;
import tenfold.coop.Variants.Stampede;
import tenfold.port.Request;
import tenfold.stats.Draw;
import tenfold.theory.ReferenceValues;
import tenfold.topology.Topology;

/// Many requests miss the same page at once: what that costs, and what each protection makes of it.
class StampedeTest {
  private static final String PAGE = "/api/family/42";
  private static final int SERVERS = 4;
  private static final int FAMILIES = 100;

  /// Calibration (e): the first of a thousand requests, one after the other, asks the database; the cache answers the
  /// others.
  @Test
  void aThousandRequestsInTurnAreOneQuery() {
    var coop = new TestBed(coop(Stampede.NONE));
    IntStream.range(0, 1_000).forEach(i -> coop.sendAt(i * 50, "Balancer", Request.get(PAGE)));
    coop.advance(60_000);
    assertEquals(1, queries(coop));
  }

  /// Calibration (e): a thousand at once all miss, because the page comes only 32 ms later.
  @Test
  void aThousandRequestsAtOnceAreAThousandQueries() {
    var coop = new TestBed(coop(Stampede.NONE));
    IntStream.range(0, 1_000).forEach(_ -> coop.sendAt(0, "Balancer", Request.get(PAGE)));
    coop.advance(60_000);
    assertEquals(1_000, queries(coop));
  }

  /// Calibration (e): at 1,000/s and 32 ms a fetch, 1 + λd = 33 queries. Over 100 families, each a stampede of its own,
  /// the mean has a standard error of √32/10 = 0.57; 3.3 of them are a false alarm in a thousand.
  @Test
  void aStampedeIsOnePlusArrivalsDuringTheFetch() {
    double expected = ReferenceValues.value("stampede", "lambda=1000.0/s;fetch=0.032s", "queries_per_expiry");
    assertEquals(expected, queries(stampedes(Stampede.NONE)) / (double) FAMILIES, 3.3 * 0.57);
  }

  /// About eight requests for each family come to each of the four servers while the first one fetches.
  @Test
  void singleFlightIsOneQueryForEachServer() {
    var coop = stampedes(Stampede.SINGLE_FLIGHT);
    assertEquals(SERVERS * FAMILIES, queries(coop) - sharers(coop));
    assertTrue(sharers(coop) > 20 * FAMILIES, "most share a fetch: " + sharers(coop));
  }

  @Test
  void aLeaseIsOneQueryForAllServers() {
    assertEquals(FAMILIES, stampedes(Stampede.LEASE).served("Primary"));
  }

  /// Who waits for the lease looks again every 10 ms: the page is there after 32 ms, so all have it between then and
  /// 10 ms later.
  @Test
  void thoseWithoutTheLeaseLookAgainUntilThePageIsThere() {
    var coop = new TestBed(coop(Stampede.LEASE));
    coop.sendAt(0, "Balancer", Request.get(PAGE));
    IntStream.range(1, 32).forEach(ms -> coop.sendAt(ms, "Balancer", Request.get(PAGE)));
    coop.advance(1_000);
    assertEquals(32, coop.answers().size());
    assertTrue(coop.answers().stream().allMatch(answer -> answer.answeredMs() >= 32 && answer.answeredMs() < 42.1),
        coop.answers().toString());
    assertEquals(1, queries(coop));
  }

  /// The server that has the lease dies. The others wait for the lease to end at 10 s and ask then.
  @Test
  void aLeaseThatDiesWithItsServerHoldsTheOthersForTenSeconds() {
    var coop = new TestBed(coop(Stampede.LEASE));
    coop.sendAt(0, "Balancer", Request.get(PAGE));
    coop.advance(10);
    coop.suffer("Server", 1, Fault.CRASH);
    coop.sendAt(20, "Balancer", Request.get(PAGE));
    coop.advance(20_000);
    var answer = coop.answers().getLast();
    assertEquals(200, answer.status());
    assertEquals(10_000 + 32, answer.answeredMs(), 10);
  }

  /// A reader misses and reads the old name, for 32 ms; meanwhile the family is renamed and its page invalidated. The
  /// text's reader keeps the old name after that, for five minutes. The lease was voided, so that nothing old is kept.
  @Test
  void aVoidedLeaseKeepsNothingOld() {
    assertEquals(List.of("Family 42", "Family 42"), namesAround(Stampede.NONE, 10));
    assertEquals(List.of("Family 42", "Lovelace"), namesAround(Stampede.LEASE, 10));
  }

  /// A reader who comes after the invalidation, but before the replica has the change, has a good lease: it does not
  /// help against a replica that lags.
  @Test
  void aLeaseDoesNotHelpAgainstReplicasThatLag() {
    assertEquals(List.of("Family 42", "Family 42"), namesAround(Stampede.LEASE, -10));
  }

  /// A page that 1,000 a second ask for, kept for 1 s and fetched in 32 ms. With r left, early fetches begin at the
  /// rate λ·e^(−r/δ), so that λδ·e^(−r/δ) have begun by then: the first after an exponential amount E of mean 1, and
  /// until it is done, δ later, (e − 1)·E more. So a page is fetched e times each time, whatever λ is, with variance
  /// (e − 1) + (e − 1)². The page ends unseen: the first fetch begins less than δ before the end with probability
  /// e^(−λδ/e) = 8·10⁻⁶. False alarms: one in a thousand for the mean, two in a thousand for an end that is seen.
  @Test
  void aPageThatIsFetchedEarlyNeverEnds() {
    var coop = new TestBed(coop(Stampede.EARLY_EXPIRATION));
    double seconds = 250;
    arrivals(coop, PAGE, 0, 1_000 * seconds, new SplittableRandom(3));
    coop.advance(1_000 * seconds + 1_000);
    var cache = coop.place("Cache").instances().getFirst().meter();
    var refreshes = coop.answers().stream()
        .filter(answer -> !answer.isFromCache()).mapToDouble(TestBed.Answer::sentMs).sorted().toArray();
    long coldMisses = cache.lookups() - cache.hits();
    assertTrue(refreshes[(int) coldMisses - 1] < 32.1, "all misses are those of the beginning");
    long rounds = 1 + IntStream.range((int) coldMisses + 1, refreshes.length)
        .filter(i -> refreshes[i] - refreshes[i - 1] > 500).count();
    assertTrue(rounds > 240, "rounds: " + rounds);
    double share = (refreshes.length - coldMisses) / (double) rounds;
    assertEquals(Math.E, share, 3.3 * Math.sqrt((Math.E - 1) * Math.E / rounds));
  }

  /// What a reader sees who comes 10 ms before or after a renaming, and another one a second later.
  private static List<String> namesAround(Stampede protection, double headStartMs) {
    var coop = new TestBed(Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", server(protection)), node("Cache", Parts.cache(1_000)),
            node("Primary", Parts.freePrimary()),
            node("Replica", with(Parts.replica(50, 0), "reads.familyReadCpuMs", 32.0))),
        "Server > Cache", "Server > Primary", "Server > Replica", "Primary > Replica"));
    coop.sendAt(100, "Server", TestBed.renaming(42, "Lovelace"));
    coop.sendAt(100 - headStartMs, "Server", Request.get(PAGE));
    coop.sendAt(1_000, "Server", Request.get(PAGE));
    coop.advance(2_000);
    return coop.answers().stream().filter(answer -> answer.body().contains("family_name"))
        .map(answer -> answer.body().replaceAll(".*\"family_name\":\"([^\"]*)\".*", "$1")).toList();
  }

  /// A stampede of 100 ms for each of the families.
  private static TestBed stampedes(Stampede protection) {
    var coop = new TestBed(coop(protection));
    var random = new SplittableRandom(5);
    for (int family = 1; family <= FAMILIES; family++) {
      arrivals(coop, "/api/family/" + family, family * 200, family * 200 + 100, random);
    }
    coop.advance(60_000);
    return coop;
  }

  /// Poisson arrivals at 1,000/s, the first at the beginning.
  private static void arrivals(TestBed coop, String page, double fromMs, double toMs, SplittableRandom random) {
    for (double ms = fromMs; ms < toMs; ms += Draw.exponential(random, 1e6) / 1e6) {
      coop.sendAt(ms, "Balancer", Request.get(page));
    }
  }

  private static long queries(TestBed coop) {
    return coop.answers().stream().filter(answer -> answer.status() == 200 && !answer.isFromCache()).count();
  }

  /// Requests that neither the cache answered nor a query of their own.
  private static long sharers(TestBed coop) {
    return queries(coop) - coop.served("Primary");
  }

  private static AppServer server(Stampede protection) {
    var server = with(with(Parts.freeServer(), "threads", 1_000), "pool.limit", 1_000);
    return with(with(server, "handlers.stampede", protection), "handlers.ttlSeconds",
        protection == Stampede.EARLY_EXPIRATION ? 1 : 300);
  }

  /// Four servers; a fetch takes 32 ms however many there are at once.
  private static Topology coop(Stampede protection) {
    var primary = with(with(with(Parts.freePrimary(), "maxConnections", 4_000), "cores", 1_000),
        "reads.familyReadCpuMs", 32.0);
    return Parts.topology(
        List.of(Parts.silentFamilies(), node("Balancer", Parts.balancer(Algorithm.ROUND_ROBIN)),
            node("Server", server(protection).withInstances(SERVERS)), node("Cache", Parts.cache(1_000)),
            node("Primary", primary)),
        "Balancer > Server", "Server > Cache", "Server > Primary");
  }
}
