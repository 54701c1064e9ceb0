package tenfold.run;

import java.util.Optional;
import tenfold.port.Cache;
import tenfold.port.Response;

/// How a call over a link ends, as the window draws it.
public enum Fate {
  /// A cache had it.
  HIT,
  /// It was worked out: by a database, by a server.
  DATABASE,
  /// It was answered, but took longer than [#SLOW_NANOS].
  SLOW,
  /// It failed, or was answered with an error.
  FAILED,
  /// Whoever asked had stopped waiting.
  TIMED_OUT;

  /// From this time on an answer counts as slow: 1 s, the limit within which a user's flow of thought stays
  /// uninterrupted (Nielsen, *Usability Engineering*, 1993, ch. 5).
  public static final long SLOW_NANOS = 1_000_000_000;

  /// The fate of a call that returned `result` after `nanos` to someone who was still waiting.
  static Fate of(Object result, long nanos) {
    if (result instanceof Response response && !response.isSuccess() && response.status() != 404) {
      return FAILED;
    }
    if (nanos > SLOW_NANOS) {
      return SLOW;
    }
    return switch (result) {
      case Response response when response.isFromCache() -> HIT;
      case Cache.Lookup.Hit _ -> HIT;
      case Optional<?> found when found.isPresent() -> HIT;
      default -> DATABASE;
    };
  }
}
