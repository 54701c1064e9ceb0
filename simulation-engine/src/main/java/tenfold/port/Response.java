package tenfold.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An HTTP answer.
///
/// @param status HTTP status code, 100 to 599
/// @param body JSON text
/// @param headers by name; [#CACHE_HIT] marks an answer that came from a cache
/// @param cookies what the client is to show from now on, by name
public record Response(int status, String body, Map<String, String> headers, Map<String, String> cookies) {
  private static final Map<String, String> CACHE_HIT = Map.of("X-Cache", "HIT");

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

  /// Whether a cache had the answer.
  public boolean isFromCache() {
    return headers == CACHE_HIT || headers.equals(CACHE_HIT);
  }

  /// The session that the answer gives to the client.
  public Optional<String> newSession() {
    return Optional.ofNullable(cookies.get(Request.SESSION));
  }

  /// The same answer with one more cookie.
  public Response withCookie(String name, String value) {
    var more = new HashMap<>(cookies);
    more.put(name, value);
    return new Response(status, body, headers, Map.copyOf(more));
  }
}
