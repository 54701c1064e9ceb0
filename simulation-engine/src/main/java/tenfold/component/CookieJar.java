package tenfold.component;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import tenfold.port.Request;
import tenfold.port.Response;

/// The cookies that each family keeps. A family that has nothing but its session, named after itself, costs one bit.
final class CookieJar {
  private static final String SESSION = "session";

  private final BitSet plainSessions = new BitSet();
  private final Map<Integer, Map<String, String>> others = new HashMap<>();

  boolean hasSession(int family) {
    return plainSessions.get(family) || others.getOrDefault(family, Map.of()).containsKey(SESSION);
  }

  /// Keeps what an answer gives.
  void keep(int family, Response response) {
    response.cookies().forEach((name, value) -> {
      if (name.equals(SESSION) && value.equals(RequestSource.sessionOf(family))) {
        plainSessions.set(family);
      } else {
        others.computeIfAbsent(family, _ -> new HashMap<>()).put(name, value);
      }
    });
  }

  void forgetSession(int family) {
    plainSessions.clear(family);
    others.getOrDefault(family, new HashMap<>()).remove(SESSION);
  }

  /// The request as the family sends it.
  Request on(Request request, int family) {
    var sent = plainSessions.get(family) ? request.withSession(RequestSource.sessionOf(family)) : request;
    for (var cookie : others.getOrDefault(family, Map.of()).entrySet()) {
      sent = sent.withCookie(cookie.getKey(), cookie.getValue());
    }
    return sent;
  }
}
