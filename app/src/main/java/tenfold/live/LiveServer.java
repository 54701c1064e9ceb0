package tenfold.live;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import tenfold.coop.Jobs;
import tenfold.coop.Router;
import tenfold.coop.Variants;
import tenfold.port.Cache;
import tenfold.port.PortFailure;
import tenfold.port.Ports;
import tenfold.port.Request;
import tenfold.port.Response;
import tenfold.port.ServiceError;
import tenfold.port.SessionStore;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The co-op's application behind the JDK's HTTP server, on this machine only, over a database in this process or one
/// that a JDBC URL names, with a cache in this process or in a Redis. E-mail, calendar and coordinators are called by
/// nobody.
public final class LiveServer implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  /// It tells of every start and stop. Held here, because loggers that nobody holds forget their level.
  private static final Logger POOL_LOGGER = Logger.getLogger("com.zaxxer.hikari");

  private final HikariDataSource database;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private final SessionStore sessions;
  private final Router router;

  /// Makes the tables anew and begins to serve.
  ///
  /// @param port port of the loopback address; 0 for any that is free
  /// @param jdbcUrl where the database is; empty for one in this process
  /// @param redis where pages and sessions are; empty for the memory of this process. It is left open
  /// @param families families that are there from the beginning
  /// @param variants where the handlers differ from the text's
  /// @throws IOException when the port cannot be used
  /// @throws ServiceError when the database cannot be used
  public LiveServer(int port, Optional<String> jdbcUrl, Optional<LiveRedis> redis, int families, Variants variants)
      throws IOException {
    var config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl.orElse("jdbc:h2:mem:" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1"));
    config.setPoolName("tenfold-live");
    POOL_LOGGER.setLevel(Level.WARNING);
    database = open(config);
    server = listen(port);
    var rows = new LiveDatabase(database);
    rows.create(families);
    sessions = redis.<SessionStore>map(store -> store).orElseGet(LiveSessions::new);
    router = new Router(new Ports(redis.<Cache>map(cache -> cache).orElseGet(LiveCache::new), rows, rows, sessions,
        new Jobs((_, _, _) -> {}, (_, _) -> {}, (_, _) -> {}, (_, _, _) -> {}), (_, _, _) -> {}, new LiveFetches(),
        new LiveClock(), () -> ThreadLocalRandom.current().nextLong()), variants);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /// Where it serves, as in "http://127.0.0.1:8080".
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    database.close();
  }

  private HttpServer listen(int port) throws IOException {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      database.close();
      throw taken;
    }
  }

  /// The pool throws many kinds of exception when a database cannot be reached; the innermost says why.
  private static HikariDataSource open(HikariConfig config) {
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException unusable) {
      Throwable reason = unusable;
      while (reason.getCause() != null) {
        reason = reason.getCause();
      }
      throw new ServiceError(String.valueOf(reason.getMessage()));
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      var response = answer(exchange);
      var body = response.body().getBytes(StandardCharsets.UTF_8);
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", "application/json; charset=utf-8");
      response.headers().forEach(headers::set);
      response.cookies().forEach((name, value) -> headers.add("Set-Cookie", name + "=" + value + "; Path=/; HttpOnly"));
      exchange.sendResponseHeaders(response.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  /// Off the request's way.
  private void renewSession(Request request, Response response) {
    if (response.status() != 401) {
      request.session().ifPresent(cookie -> threads.execute(() -> touch(cookie)));
    }
  }

  private void touch(String cookie) {
    try {
      sessions.touch(cookie);
    } catch (PortFailure failure) {
      // The session ends earlier than it should; nobody is told, as in connect-redis.
    }
  }

  /// A failed call of a handler is answered with 500, as Express 5 does.
  private Response answer(HttpExchange exchange) throws IOException {
    try {
      var request = request(exchange);
      var response = router.send(request);
      renewSession(request, response);
      return response;
    } catch (JacksonException noJson) {
      return Response.error(400, "the body is no JSON object of texts");
    } catch (PortFailure failure) {
      return Response.error(500, String.valueOf(failure.getMessage()).replaceAll("[\"\\\\\\n\\r]", " "));
    }
  }

  private static Request request(HttpExchange exchange) throws IOException {
    var text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> fields = new HashMap<>();
    if (!text.isBlank()) {
      JSON.readTree(text).properties().forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
    }
    return new Request(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), Map.copyOf(fields),
        cookies(exchange), 127 << 24 | 1);
  }

  private static Map<String, String> cookies(HttpExchange exchange) {
    Map<String, String> cookies = new HashMap<>();
    for (var header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
      for (var cookie : header.split(";")) {
        var parts = cookie.strip().split("=", 2);
        if (parts.length == 2) {
          cookies.put(parts[0], parts[1]);
        }
      }
    }
    return Map.copyOf(cookies);
  }
}
