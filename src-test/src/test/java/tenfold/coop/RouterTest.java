package tenfold.coop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.port.Cache;
import tenfold.port.Database;
import tenfold.port.Job;
import tenfold.port.Ports;
import tenfold.port.Purpose;
import tenfold.port.Request;
import tenfold.port.Response;
import tenfold.port.ServiceError;

/// The co-op's handlers on small real ports, without any simulation.
class RouterTest {
  private final Fakes coop = new Fakes();
  private final Router router = coop.router();

  @Test
  void aFamilysPageIsItsRow() {
    assertEquals("{\"family_id\":42,\"family_name\":\"Family 42\",\"enrollment_date\":\"2026-09-01\"}",
        get("/api/family/42").body());
  }

  @Test
  void aPageIsReadFromTheReplicaOnceAndThenFromTheCacheForFiveMinutes() {
    assertFalse(get("/api/family/42").isFromCache());
    assertTrue(get("/api/family/42").isFromCache());
    assertEquals(List.of("SELECT"), coop.replicaStatements);
    assertEquals(List.of(), coop.primaryStatements);
    assertEquals(Duration.ofSeconds(300), coop.timesToLive.get("family:42"));
  }

  @Test
  void aRenamedFamilyIsRenamed() {
    get("/api/family/42");
    assertEquals(200, put("/api/family/42", Map.of("family_name", "Lovelace")).status());
    assertTrue(coop.pages.isEmpty(), "the old page must be forgotten");
    assertTrue(get("/api/family/42").body().contains("\"family_name\":\"Lovelace\""));
    assertEquals(List.of("UPDATE"), coop.primaryStatements);
  }

  @Test
  void aNewFamilyCanBeRead() {
    var created = post("/api/family", Map.of("family_name", "Hopper", "enrollment_date", "2026-10-01"));
    var id = created.body().replaceAll("\\D+", "");
    assertTrue(get("/api/family/" + id).body().contains("\"Hopper\",\"enrollment_date\":\"2026-10-01\""));
    assertEquals(List.of("INSERT"), coop.primaryStatements);
  }

  @ParameterizedTest
  @CsvSource({"/api/family/101", "/api/family/0", "/api/family/-1", "/api/family/forty-two", "/api/family/",
      "/api/family/99999999999999999999"})
  void anIdThatDoesNotExistIs404AndIsNotCached(String path) {
    assertEquals(404, get(path).status());
    assertEquals(404, put(path, Map.of("family_name", "Nobody")).status());
    assertTrue(coop.pages.isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"GET, /", "GET, /api/famly/1", "DELETE, /api/family/1", "GET, /login", "POST, /health"})
  void anUnknownPageIs404(String method, String path) {
    assertEquals(404, router.send(Request.with(method, path, Map.of())).status());
  }

  @ParameterizedTest
  @CsvSource({"POST, /api/family, family_name", "PUT, /api/family/42, family_name", "POST, /login, user_id",
      "POST, /enroll-family, family_id"})
  void aMissingFieldIs400AndNamed(String method, String path, String field) {
    for (var fields : List.<Map<String, String>>of(Map.of(), Map.of(field, "  "))) {
      var answer = router.send(Request.with(method, path, fields));
      assertEquals(400, answer.status());
      assertTrue(answer.body().contains(field), answer.body());
    }
    assertEquals(List.of(), coop.primaryStatements);
  }

  @Test
  void anEnrolmentNeedsANumber() {
    assertEquals(400, post("/enroll-family", Map.of("family_id", "forty-two")).status());
    assertEquals(List.of(), coop.jobs);
  }

  @Test
  void anEnrolmentIsWrittenAndLeavesThreeJobs() {
    assertEquals(200, post("/enroll-family", Map.of("family_id", "42", "email", "a@b.org")).status());
    assertEquals(List.of("INSERT"), coop.primaryStatements);
    assertEquals(List.of("send-welcome-email", "create-calendar-events", "notify-coordinators"),
        coop.jobs.stream().map(Job::kind).toList());
    coop.jobs.forEach(job -> assertEquals(Map.of("family_id", "42", "email", "a@b.org"), job.data()));
  }

  @Test
  void jobsCallTheServicesOutside() {
    var calls = new ArrayList<String>();
    var jobs = new Jobs((address, _, _) -> calls.add("mail " + address),
        (family, _) -> calls.add("calendar " + family), (family, _) -> calls.add("coordinators " + family),
        (family, amount, _) -> calls.add("charge " + family + " " + amount));
    coop.jobs.clear();
    post("/enroll-family", Map.of("family_id", "42", "email", "a@b.org"));
    coop.payments = (_, _, _) -> {
      throw new ServiceError("away");
    };
    new Router(coop.ports(coop.cache())).send(payment());
    coop.jobs.forEach(jobs::enqueue);
    assertEquals(List.of("mail a@b.org", "calendar 42", "coordinators 42", "charge 42 120"), calls);
    assertThrows(IllegalArgumentException.class, () -> jobs.enqueue(new Job("dance", Map.of(), Purpose.NONE)));
  }

  /// What fails is queued, whatever the reason; after five failures in a row the service is not asked again.
  @Test
  void aPaymentIsMadeAtOnceOrQueued() {
    assertEquals(200, router.send(payment()).status());
    assertEquals(List.of("42 120"), coop.charges);
    var asked = new int[1];
    coop.payments = (_, _, _) -> {
      asked[0]++;
      throw new ServiceError("declined");
    };
    var failing = new Router(coop.ports(coop.cache()));
    for (int i = 0; i < 8; i++) {
      assertEquals(202, failing.send(payment()).status());
    }
    assertEquals(5, asked[0]);
    assertEquals(8, coop.jobs.stream().filter(job -> job.kind().equals("process-payment")).count());
    assertEquals(400, post("/payment", Map.of("family_id", "42", "amount", "-1")).status());
  }

  private static Request payment() {
    return Request.with("POST", "/payment", Map.of("family_id", "42", "amount", "120"));
  }

  @Test
  void whoLoggedInIsKnown() {
    var session = post("/login", Map.of("user_id", "user_7")).newSession().orElseThrow();
    assertEquals(200, router.send(Request.get("/api/family/7").withSession(session)).status());
  }

  @Test
  void aSessionThatNobodyKnowsIs401() {
    assertEquals(401, router.send(Request.get("/api/family/7").withSession("stranger")).status());
    assertEquals(200, router.send(Request.get("/health").withSession("stranger")).status());
    assertEquals(200, get("/api/family/7").status());
  }

  @Test
  void theDirectoryIsOneQueryAndOneForEachFamily() {
    assertEquals(100, get("/api/families").body().split("family_id").length - 1);
    assertEquals(101, coop.replicaStatements.size());
  }

  @Test
  void theReportCountsTheFamilies() {
    assertEquals("{\"families\":100}", get("/api/report").body());
  }

  @Test
  void namesAreEscapedInJson() {
    put("/api/family/42", Map.of("family_name", "The \"O'Neil\\Smith\"\n"));
    assertTrue(get("/api/family/42").body().contains("\"The \\\"O'Neil\\\\Smith\\\"\\u000a\""));
  }

  /// What is not wired is absent: no cache is always a miss, no database refuses every statement.
  @Test
  void whatIsNotWiredIsAbsent() {
    var ports = coop.ports(Cache.absent());
    var bare = new Router(ports);
    bare.send(Request.get("/api/family/42"));
    assertFalse(bare.send(Request.get("/api/family/42")).isFromCache());
    var empty = new Router(new Ports(Cache.absent(), Database.absent(), Database.absent(), coop.sessionStore(),
        coop.jobs::add, ports.payments(), ports.fetches(), ports.clock(), ports.chance()));
    assertThrows(ServiceError.class, () -> empty.send(Request.get("/api/family/42")));
    assertEquals(200, empty.send(Request.get("/health")).status());
  }

  @Test
  void everyRouteHasATitleAndIsFoundByIt() {
    for (var route : Route.values()) {
      var parts = route.title().replace(":id", "7").split(" ");
      assertEquals(Optional.of(route), Route.of(Request.with(parts[0], parts[1], Map.of())));
    }
  }

  private Response get(String path) {
    return router.send(Request.get(path));
  }

  private Response put(String path, Map<String, String> fields) {
    return router.send(Request.with("PUT", path, fields));
  }

  private Response post(String path, Map<String, String> fields) {
    return router.send(Request.with("POST", path, fields));
  }
}
