package tenfold.component;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import tenfold.port.Request;
import tenfold.port.Response;

/// The cookies that each family keeps, each for as long as its `Max-Age` says, or for ever. A family that has nothing
/// but its session, named after itself, costs one bit.
final class CookieJar {
  private static final String SESSION = "session";
  private static final String MAX_AGE = "; Max-Age=";

  private final BitSet plainSessions = new BitSet();
  private final Map<Integer, Map<String, Cookie>> others = new HashMap<>();

  private record Cookie(String value, long endNanos) {}

  /// A cookie's value that is to be kept for so many seconds.
  static String lasting(String value, long seconds) {
    return value + MAX_AGE + seconds;
  }

  boolean hasSession(int family) {
    return plainSessions.get(family) || others.getOrDefault(family, Map.of()).containsKey(SESSION);
  }

  /// Keeps what an answer gives.
  void keep(int family, Response response, long nowNanos) {
    response.cookies().forEach((name, value) -> {
      if (name.equals(SESSION) && value.equals(RequestSource.sessionOf(family))) {
        plainSessions.set(family);
      } else {
        others.computeIfAbsent(family, _ -> new HashMap<>()).put(name, cookie(value, nowNanos));
      }
    });
  }

  void forgetSession(int family) {
    plainSessions.clear(family);
    others.getOrDefault(family, new HashMap<>()).remove(SESSION);
  }

  /// The request as the family sends it.
  Request on(Request request, int family, long nowNanos) {
    var sent = plainSessions.get(family) ? request.withSession(RequestSource.sessionOf(family)) : request;
    for (var cookie : others.getOrDefault(family, Map.of()).entrySet()) {
      if (nowNanos < cookie.getValue().endNanos) {
        sent = sent.withCookie(cookie.getKey(), cookie.getValue().value);
      }
    }
    return sent;
  }

  private static Cookie cookie(String given, long nowNanos) {
    int end = given.indexOf(MAX_AGE);
    return end < 0 ? new Cookie(given, Long.MAX_VALUE)
        : new Cookie(given.substring(0, end),
            nowNanos + 1_000_000_000 * Long.parseLong(given.substring(end + MAX_AGE.length())));
  }
}
