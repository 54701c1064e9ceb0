package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer.Overflow;
import tenfold.component.Backoff;
import tenfold.component.ComponentSpec;
import tenfold.component.Families;
import tenfold.component.Families.Mix;
import tenfold.component.Families.Model;
import tenfold.component.Families.Session;
import tenfold.component.Outcomes.Outcome;
import tenfold.component.Truth.Account;
import tenfold.component.Truth.Wrong;
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
