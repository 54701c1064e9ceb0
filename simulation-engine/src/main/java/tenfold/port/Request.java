package tenfold.port;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An HTTP request.
///
/// @param method "GET", "POST" or "PUT"
/// @param path as in "/api/family/42"
/// @param fields the body's fields by name; empty for a GET
/// @param cookies what the client shows, by name
/// @param address the client's IPv4 address, as a balancer sees it: its four octets in one number
public record Request(
    String method, String path, Map<String, String> fields, Map<String, String> cookies, int address) {
  /// Name of the cookie that carries the session.
  static final String SESSION = "session";

  /// A GET without cookies, from nowhere.
  public static Request get(String path) {
    return new Request("GET", path, Map.of(), Map.of(), 0);
  }

  /// A request with a body, without cookies, from nowhere.
  public static Request with(String method, String path, Map<String, String> fields) {
    return new Request(method, path, fields, Map.of(), 0);
  }

  /// The session id, if the client shows one.
  public Optional<String> session() {
    return cookie(SESSION);
  }

  /// A cookie, if the client shows it.
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  /// The same request with a session cookie.
  public Request withSession(String id) {
    return withCookie(SESSION, id);
  }

  /// The same request with one more cookie.
  public Request withCookie(String name, String value) {
    if (cookies.isEmpty()) {
      return new Request(method, path, fields, Map.of(name, value), address);
    }
    var more = new HashMap<>(cookies);
    more.put(name, value);
    return new Request(method, path, fields, Map.copyOf(more), address);
  }

  /// The same request from that address.
  public Request from(int clientAddress) {
    return new Request(method, path, fields, cookies, clientAddress);
  }
}
