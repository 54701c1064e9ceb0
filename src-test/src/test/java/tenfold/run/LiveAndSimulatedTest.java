package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenfold.coop.Variants;
import tenfold.coop.Variants.Health;
import tenfold.coop.Variants.Stampede;
import tenfold.live.FakeRedis;
import tenfold.live.LiveRedis;
import tenfold.live.LiveServer;
import tenfold.port.Request;

/// The same compiled handlers, asked the same thousand questions one after the other, live over HTTP and SQL and in the
/// simulation: every status and every body is the same.
class LiveAndSimulatedTest {
  private static final int REQUESTS = 1_000;

  /// [Parts#silentFamilies] are a hundred.
  private static final int FAMILIES = 100;

  @Test
  void aThousandRequestsAreAnsweredAlike() throws IOException, InterruptedException {
    mustBeAsSimulated(live(recorded(), Optional.empty(), Stampede.NONE));
  }

  /// The requests come one after the other, so a lease makes no difference to the answers.
  @Test
  void theyAreAnsweredAlikeOverARedisWithLeases() throws IOException, InterruptedException {
    try (var redis = new FakeRedis(); var client = LiveRedis.connect(redis.url())) {
      mustBeAsSimulated(live(recorded(), Optional.of(client), Stampede.LEASE));
      assertTrue(redis.values().size() > 50, "pages and sessions are in the Redis");
    }
  }

  private static void mustBeAsSimulated(List<String> live) {
    var requests = recorded();
    var simulated = simulated(requests);
    for (int i = 0; i < REQUESTS; i++) {
      assertEquals(simulated.get(i), live.get(i), "request " + i + ": " + requests.get(i));
    }
    assertTrue(live.stream().filter(answer -> answer.startsWith("404")).count() > 20);
    assertTrue(live.stream().filter(answer -> answer.startsWith("400")).count() > 5);
    assertTrue(live.stream().filter(answer -> answer.startsWith("401")).count() > 5);
    assertTrue(live.stream().filter(answer -> answer.startsWith("200") && answer.contains("Renamed")).count() > 50);
  }

  /// Two servers on one port: the second is told so.
  @Test
  void aTakenPortIsAnError() throws IOException {
    try (var first = server(0)) {
      int port = first.address().getPort();
      assertThrows(IOException.class,
          () -> server(port).close());
    }
  }

  /// Cache and database are really asked: when the Redis is gone, the deep check says so, and the shallow one does not.
  @Test
  void healthIsCheckedLive() throws IOException, InterruptedException {
    for (var depth : Health.values()) {
      var redis = new FakeRedis();
      var text = new Variants();
      var variants = new Variants(text.cacheFailure(), text.missingFamily(), text.caching(), depth);
      try (var client = LiveRedis.connect(redis.url());
          var server = new LiveServer(0, Optional.empty(), Optional.of(client), 1, variants);
          var http = HttpClient.newHttpClient()) {
        var check = HttpRequest.newBuilder(server.address().resolve("/health")).build();
        assertEquals(200, http.send(check, BodyHandlers.ofString()).statusCode());
        redis.close();
        assertEquals(depth == Health.DEEP ? 503 : 200, http.send(check, BodyHandlers.ofString()).statusCode());
      }
    }
  }

  private static LiveServer server(int port) throws IOException {
    return new LiveServer(port, Optional.empty(), Optional.empty(), 1, new Variants());
  }

  private static List<Request> recorded() {
    var random = new SplittableRandom(7);
    var requests = new ArrayList<Request>();
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(next(random, i));
    }
    return requests;
  }

  private static Request next(SplittableRandom random, int number) {
    long family = random.nextInt(10) == 0 ? 10_000_001 + random.nextInt(30) : 1 + random.nextInt(FAMILIES + 5);
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> Request.with("PUT", "/api/family/" + family,
          Map.of("family_name", "Renamed \"" + number + "\" Ü"));
      case 4 -> Request.with("POST", "/api/family",
          Map.of("family_name", "New " + number, "enrollment_date", "2026-09-15"));
      case 5 -> Request.with("POST", "/enroll-family", Map.of("family_id", Long.toString(family), "email", "a@b.org"));
      case 6 -> Request.get("/api/families");
      case 7 -> Request.get("/api/report");
      case 8 -> Request.with("POST", "/login", Map.of("user_id", "user_" + number));
      case 9 -> Request.get("/health");
      case 10 -> Request.with("POST", "/api/family", Map.of());
      case 11 -> Request.get("/api/family/" + family).withSession("stranger");
      case 12 -> Request.get("/api/nothing/" + number);
      default -> Request.get("/api/family/" + family);
    };
  }

  private static List<String> simulated(List<Request> requests) {
    var coop = new TestBed(Parts.topology(
        List.of(Parts.silentFamilies(), node("Server", Parts.freeServer()), node("Cache", Parts.cache(10_000)),
            node("Primary", Parts.freePrimary())),
        "Server > Cache", "Server > Primary"));
    for (int i = 0; i < requests.size(); i++) {
      coop.sendAt(200.0 * i, "Server", requests.get(i));
    }
    coop.advance(250_000);
    return coop.answers().stream().map(answer -> answer.status() + " " + answer.body()).toList();
  }

  private static List<String> live(List<Request> requests, Optional<LiveRedis> redis, Stampede protection)
      throws IOException, InterruptedException {
    var answers = new ArrayList<String>();
    var variants = new Variants().with(protection);
    try (var server = new LiveServer(0, Optional.empty(), redis, FAMILIES, variants);
        var client = HttpClient.newHttpClient()) {
      for (var request : requests) {
        HttpResponse<String> answer = client.send(http(server, request), BodyHandlers.ofString());
        answers.add(answer.statusCode() + " " + answer.body());
      }
    }
    return answers;
  }

  private static HttpRequest http(LiveServer server, Request request) {
    var json = request.fields().entrySet().stream()
        .map(field -> "\"" + field.getKey() + "\":\"" + field.getValue().replace("\"", "\\\"") + "\"")
        .collect(Collectors.joining(",", "{", "}"));
    var builder = HttpRequest.newBuilder(server.address().resolve(request.path()))
        .method(request.method(), request.fields().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
    request.session().ifPresent(session -> builder.header("Cookie", "session=" + session));
    return builder.build();
  }
}
