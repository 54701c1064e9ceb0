package tenfold.port;

import java.util.Map;
import java.util.Optional;

/// An HTTP request.
///
/// @param method "GET", "POST" or "PUT"
/// @param path as in "/api/family/42"
/// @param fields the body's fields by name; empty for a GET
/// @param session the session id from the cookie, if the client has one
public record Request(String method, String path, Map<String, String> fields, Optional<String> session) {

  /// A GET without a session.
  public static Request get(String path) {
    return new Request("GET", path, Map.of(), Optional.empty());
  }

  /// The same request with a session cookie.
  public Request withSession(String id) {
    return new Request(method, path, fields, Optional.of(id));
  }
}
