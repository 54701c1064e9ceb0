package tenfold.coop;

import java.util.Optional;
import tenfold.port.Request;

/// The co-op's routes.
public enum Route {
  /// One family's page.
  GET_FAMILY("GET", "/api/family/:id"),
  /// A new family.
  CREATE_FAMILY("POST", "/api/family"),
  /// A family's new name.
  UPDATE_FAMILY("PUT", "/api/family/:id"),
  /// All families, one line each.
  DIRECTORY("GET", "/api/families"),
  /// The attendance report: heavy work, in the database or in the server itself.
  REPORT("GET", "/api/report"),
  /// Opens a session.
  LOGIN("POST", "/login"),
  /// A family enrols.
  ENROLL("POST", "/enroll-family"),
  /// A family pays.
  PAYMENT("POST", "/payment"),
  /// Says that the server is alive.
  HEALTH("GET", "/health"),
  /// A static file of the pages.
  FILE("GET", "/static/:id");

  private static final String ID = ":id";

  private final String method;
  private final String pattern;
  private final String prefix;

  Route(String method, String pattern) {
    this.method = method;
    this.pattern = pattern;
    this.prefix = pattern.endsWith(ID) ? pattern.substring(0, pattern.length() - ID.length()) : pattern;
  }

  /// Method and pattern, as in "GET /api/family/:id".
  public String title() {
    return method + " " + pattern;
  }

  /// The route that the request is for.
  public static Optional<Route> of(Request request) {
    for (var route : ROUTES) {
      if (route.matches(request)) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  private static final Route[] ROUTES = values();

  /// Whether the request is for this route.
  public boolean matches(Request request) {
    return method.equals(request.method())
        && (takesId() ? request.path().startsWith(prefix) : request.path().equals(pattern));
  }

  private boolean takesId() {
    return prefix.length() < pattern.length();
  }

  /// The number at the end of the path; empty when it is not one.
  Optional<Long> id(Request request) {
    try {
      return Optional.of(Long.parseLong(request.path(), prefix.length(), request.path().length(), 10));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }
}
