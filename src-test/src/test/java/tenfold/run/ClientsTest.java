package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer.Overflow;
import tenfold.component.AppServer.RouteCpu;
import tenfold.component.Backoff;
import tenfold.component.ComponentSpec;
import tenfold.component.Families;
import tenfold.component.Families.Mix;
import tenfold.component.Families.Model;
import tenfold.component.Families.Session;
import tenfold.component.Growth;
import tenfold.component.Law;
import tenfold.component.LoadBalancer;
import tenfold.component.Outcomes.Outcome;
import tenfold.component.Patience;
import tenfold.component.Retrying;
import tenfold.component.Traffic;
import tenfold.component.Truth.Account;
import tenfold.component.Truth.Wrong;
import tenfold.coop.Route;
import tenfold.topology.Link;
import tenfold.topology.Topology;

/// What clients do when they are not answered, and what it does to the data.
class ClientsTest {
  /// One family, a time-out of 100 ms, no database: a GET fails, is tried twice more after 10 ms each, and then given
  /// up; the family thinks 1 s on average. Every wish makes three attempts.
  @Test
  void aFailedRequestIsTriedAgainAsOftenAsAllowed() {
    var stubborn = with(with(with(one(Mix.READ_ONLY), "retrying.retries", 2), "retrying.backoff", Backoff.FIXED),
        "retrying.baseMs", 10.0);
    var coop = new TestBed(Parts.topology(
        List.of(node("Families", stubborn), node("Server", Parts.freeServer())), "Families > Server"));
    coop.advance(200_000);
    long errors = coop.outcomes().count(Outcome.ERROR_ANSWER);
    assertTrue(errors > 300 && errors % 3 == 0, "errors: " + errors);
  }

  /// Enrolments take 10 s of the database and the client gives up after 100 ms. Without retries each is done once, for
  /// nobody; with one retry of POSTs each is done twice.
  @Test
  void aRetriedPostDoesItsWorkTwice() {
    var mix = new Mix(0, 0, 0, 100, 0, 0);
    assertEquals(0, enrolled(one(mix), 60_000).count(Wrong.DOUBLE_ENROLMENT));
    var careful = with(one(mix), "retrying.retries", 1);
    assertEquals(0, enrolled(careful, 60_000).count(Wrong.DOUBLE_ENROLMENT), "POSTs are not tried again by themselves");
    var careless = with(with(careful, "retrying.posts", true), "retrying.backoff", Backoff.NONE);
    assertTrue(enrolled(careless, 60_000).count(Wrong.DOUBLE_ENROLMENT) > 20);
  }

  /// With a patience of 50 ms and a page of 80 ms nearly everybody leaves after one page and stays away for an hour.
  @Test
  void whoLosesPatienceStaysAway() {
    var patient = with(with(one(Mix.READ_ONLY), "population", 100), "timeoutMs", 10_000.0);
    var impatient = with(with(patient, "patience.medianMs", 5.0), "patience.awayMs", 3_600_000.0);
    long stayed = answered(patient);
    long left = answered(impatient);
    assertTrue(stayed > 1_000, "answers to those who stay: " + stayed);
    assertTrue(left < 250, "answers to those who leave: " + left);
  }

  /// Visits of a login and four pages, five visits a second for 100 s: about 500 logins and 2,000 pages. Three standard
  /// deviations of the number of visits are 13 %.
  @Test
  void aVisitIsALoginAndSomePages() {
    var visits = with(with(with(with(with(one(Mix.READ_ONLY), "model", Model.VISITS), "session", Session.LOGIN_ONCE),
        "arrivalRatePerSecond", 5.0), "pagesPerVisit", 4), "thinkTimeMs", 10.0);
    var coop = new TestBed(system(with(visits, "population", 1_000)));
    coop.advance(100_000);
    assertEquals(2_500, coop.outcomes().count(Outcome.GOOD), 0.13 * 2_500);
    assertEquals(coop.outcomes().count(Outcome.GOOD), coop.outcomes().total());
  }

  /// A page of 12 files is 13 requests. The page takes 8 ms, its files 0.2 ms each of the one core, so the family
  /// thinks again 10.4 ms after it began; it thinks 1 ms on the average. In 100 s that makes 8,772 pages; a standard
  /// deviation of 100,000 ms of rounds of 11.4 ± 1 ms is 8 pages.
  @Test
  void aPageIsThereWhenItsFilesAre() {
    var families = with(with(one(Mix.READ_ONLY), "filesPerPage", 12), "thinkTimeMs", 1.0);
    var coop = new TestBed(Parts.topology(List.of(node("Families", families),
        node("Server", with(Parts.server(200, 511, Overflow.REFUSE, 8, Parts.READY), "cpu", List.of(
            new RouteCpu(Route.GET_FAMILY, 8, 0, Law.CONSTANT), new RouteCpu(Route.FILE, 0.2, 0, Law.CONSTANT)))),
        node("Primary", Parts.freePrimary())), "Families > Server", "Server > Primary"));
    coop.advance(100_000);
    assertEquals(100_000 / 11.4 * 13, coop.outcomes().count(Outcome.GOOD), 4 * 8 * 13);
  }

  /// Every message is lost with 10 %: of the pages 19 % never come, and a way back that is lost is no work less. Of
  /// 10,000 requests the share has a standard deviation of 0.4 %: four of them are a false alarm in 16,000 seeds.
  @Test
  void lostMessagesAreTimeOuts() {
    var families = with(with(one(Mix.READ_ONLY), "model", Model.OPEN_POISSON), "arrivalRatePerSecond", 100.0);
    var way = system(families);
    var link = way.link("Families", "Server").orElseThrow();
    var coop = new TestBed(way.minus(link).plus(new Link("Families", "Server", 0, 0, 0, 0.1)));
    coop.advance(100_000);
    double lost = coop.outcomes().count(Outcome.TIMED_OUT) / (double) coop.outcomes().total();
    assertEquals(0.19, lost, 4 * 0.004);
    assertEquals(0.9, coop.served("Server") / (double) coop.outcomes().total(), 4 * 0.003);
  }

  /// TCP and TLS: two round trips of 20 ms before the one of the request.
  @Test
  void aNewConnectionCostsItsHandshakes() {
    var way = system(with(one(Mix.READ_ONLY), "timeoutMs", 1_000.0));
    var link = way.link("Families", "Server").orElseThrow();
    var coop = new TestBed(way.minus(link).plus(new Link("Families", "Server", 20, 0, 2, 0)));
    coop.advance(100_000);
    assertEquals(60, coop.outcomes().answered().meanMs(), 1e-6);
  }

  /// One family, two servers that take turns, a cookie of 60 s: it stays with one for that long, and then the other has
  /// its turn. In 600 s and a little there are at most ten changes, and without an end none.
  @Test
  void aStickyCookieEnds() {
    for (int seconds : new int[] {0, 60}) {
      var balancer = with(with(Parts.balancer(LoadBalancer.Algorithm.ROUND_ROBIN), "stickyCookie", true),
          "stickySeconds", seconds);
      var coop = new TestBed(Parts.topology(List.of(node("Families", one(Mix.READ_ONLY)), node("Balancer", balancer),
          node("A", Parts.freeServer()), node("B", Parts.freeServer()), node("Primary", Parts.freePrimary())),
          "Families > Balancer", "Balancer > A", "Balancer > B", "A > Primary", "B > Primary"));
      coop.advance(630_000);
      double share = coop.served("B") / (double) coop.outcomes().total();
      assertEquals(seconds == 0 ? 0 : 0.5, share, seconds == 0 ? 0 : 0.15);
    }
  }

  /// A page takes 10 s of the one core and the family leaves after 100 ms: without being told the server works on for
  /// nobody, told so it stops. Of 272 rounds the share has a standard deviation of 0.5 %.
  @Test
  void aServerThatIsToldStopsWorkingForNobody() {
    for (boolean stops : new boolean[] {false, true}) {
      var coop = new TestBed(Parts.topology(List.of(node("Families", one(Mix.READ_ONLY)),
          node("Server", with(Parts.server(200, 511, Overflow.REFUSE, 10_000, Parts.READY), "cancelOnDisconnect",
              stops)), node("Primary", Parts.freePrimary())), "Families > Server", "Server > Primary"));
      coop.advance(300_000);
      double busy = coop.place("Server").instances().getFirst().meter().utilisation();
      assertEquals(stops ? 0.1 / 1.1 : 1, busy, stops ? 0.02 : 0.01);
    }
  }

  /// A day of 0.5 visitors a second on the average, swinging by 60 %, with a rush from 18 h on: three times as many for
  /// an hour. Each third of a day is compared with the integral of the rate; four standard deviations.
  @Test
  void arrivalsFollowTheTimeOfDayAndTheRush() {
    var traffic = new Traffic(0.6, 9, 3, 64_800, 60, 3_600, 300);
    var families = new Families(Model.OPEN_POISSON, 100, 0, 0.5, 1_000, Families.Keys.OWN, 1, Session.NONE,
        Mix.READ_ONLY, new Retrying(), new Patience(), 0, 0, 10, 0, 0, traffic, new Growth(), List.of());
    var coop = new TestBed(system(families));
    long before = 0;
    for (int third = 0; third < 3; third++) {
      coop.advance(28_800_000);
      double expected = 0;
      for (int second = third * 28_800; second < (third + 1) * 28_800; second++) {
        double day = 1 + 0.6 * Math.cos(2 * Math.PI * (second / 3_600.0 - 9) / 24);
        double since = second - 64_800.0;
        double rush = since < 0 ? 0 : since < 60 ? since / 60 : since < 3_660 ? 1 : Math.exp(-(since - 3_660) / 300);
        expected += 0.5 * day * (1 + 2 * rush);
      }
      assertEquals(expected, coop.outcomes().total() - before, 4 * Math.sqrt(expected), "third " + third);
      before = coop.outcomes().total();
    }
  }

  private static Account enrolled(Families families, double millis) {
    var coop = new TestBed(Parts.topology(
        List.of(node("Families", families), node("Server", Parts.freeServer()),
            node("Primary", with(Parts.freePrimary(), "enrolmentMs", 300.0))),
        "Families > Server", "Server > Primary"));
    coop.advance(millis);
    return coop.assembly().truth().account();
  }

  private static long answered(Families families) {
    var coop = new TestBed(Parts.topology(
        List.of(node("Families", families), node("Server", Parts.server(200, 511, Overflow.REFUSE, 8,
            Parts.READY)), node("Primary", Parts.freePrimary())),
        "Families > Server", "Server > Primary"));
    coop.advance(20_000);
    return coop.outcomes().count(Outcome.GOOD);
  }

  private static Families one(Mix mix) {
    return new Families(Model.CLOSED, 1, 1_000, 1, 100, Families.Keys.OWN, 1, Session.NONE, mix);
  }

  private static Topology system(ComponentSpec families) {
    return Parts.topology(
        List.of(node("Families", families), node("Server", Parts.freeServer()),
            node("Primary", Parts.freePrimary())),
        "Families > Server", "Server > Primary");
  }
}
