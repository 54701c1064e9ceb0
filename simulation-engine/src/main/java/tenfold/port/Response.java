package tenfold.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An HTTP answer.
///
/// @param status HTTP status code, 100 to 599
/// @param body JSON text
/// @param headers by name; `X-Cache: HIT` marks an answer that came from a cache
/// @param cookies what the client is to show from now on, by name
public record Response(int status, String body, Map<String, String> headers, Map<String, String> cookies) {
  private static final String CACHE = "X-Cache";
  private static final Map<String, String> CACHE_HIT = Map.of(CACHE, "HIT");

  private static final Map<String, String> PENDING = Map.of("X-Accepted", "pending");

  /// An answer without headers and cookies.
  public Response(int status, String body) {
    this(status, body, Map.of(), Map.of());
  }

  /// 200 with a body.
  public static Response ok(String body) {
    return new Response(200, body);
  }

  /// 200 with a body that came from a cache.
  public static Response cached(String body) {
    return new Response(200, body, CACHE_HIT, Map.of());
  }

  /// 200 for a change that is accepted here and not yet done where it belongs.
  ///
  /// @param page what is shown from now on
  public static Response pending(String page) {
    return new Response(200, page, PENDING, Map.of());
  }

  /// An error with a sentence that says what is wrong.
  public static Response error(int status, String message) {
    return new Response(status, "{\"error\":\"" + message + "\"}");
  }

  /// 200 that gives the client a session.
  public static Response session(String id) {
    return new Response(200, "{\"success\":true}").withCookie(Request.SESSION, id);
  }

  /// Whether the status is below 400.
  public boolean isSuccess() {
    return status < 400;
  }

  /// Whether it accepts a change that is not yet done where it belongs.
  public boolean isPending() {
    return headers == PENDING;
  }

  /// Whether a cache had the answer.
  public boolean isFromCache() {
    return headers == CACHE_HIT || "HIT".equals(headers.get(CACHE));
  }

  /// The session that the answer gives to the client.
  public Optional<String> newSession() {
    return Optional.ofNullable(cookies.get(Request.SESSION));
  }

  /// A header, if the answer has it.
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /// The same answer with one more header, or with another value of it.
  public Response withHeader(String name, String value) {
    return new Response(status, body, with(headers, name, value), cookies);
  }

  /// The same answer as a cache gives it.
  public Response asHit() {
    return withHeader(CACHE, "HIT");
  }

  /// The same answer as a cache is to keep it for everybody: without cookies, and without the mark of another cache.
  public Response toKeep() {
    var kept = new HashMap<>(headers);
    kept.remove(CACHE);
    return new Response(status, body, Map.copyOf(kept), Map.of());
  }

  /// The same answer with one more cookie.
  public Response withCookie(String name, String value) {
    return new Response(status, body, headers, with(cookies, name, value));
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    if (some.isEmpty()) {
      return Map.of(name, value);
    }
    var more = new HashMap<>(some);
    more.put(name, value);
    return Map.copyOf(more);
  }
}
