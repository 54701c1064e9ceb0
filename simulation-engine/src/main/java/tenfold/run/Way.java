package tenfold.run;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tenfold.component.Attempt;
import tenfold.component.guarding.CallGuards;
import tenfold.component.guarding.Guard;
import tenfold.component.guarding.Guard.Repeat;
import tenfold.port.CallTimeout;
import tenfold.port.Http;
import tenfold.port.NotCalled;
import tenfold.port.Request;
import tenfold.port.Response;

/// One caller's way over a [Wire], with the guards that stand around its calls.
final class Way {
  private final Wire wire;
  private CallGuards seen = CallGuards.NONE;
  private @Nullable Guard guard;

  Way(Wire wire) {
    this.wire = wire;
  }

  Wire wire() {
    return wire;
  }

  /// Sends a request. A guard that turns it away answers it. Without a guard, [tenfold.port.Lost] is thrown.
  ///
  /// @throws CallTimeout when a guard's time-out has passed; the called part may be told that nobody waits any more
  Response send(Http http, Request request) {
    var around = guard();
    if (around == null) {
      return wire.send(request.method(), request.path(), () -> http.send(request));
    }
    try {
      return around.call(wire.name(), repeat(request),
          () -> wire.send(request.method(), request.path(), () -> http.send(request)));
    } catch (NotCalled refusal) {
      return Response.error(refusal.status(), refusal.getMessage());
    } catch (CallTimeout timeout) {
      if (wire.context() instanceof Attempt attempt) {
        attempt.hangUp();
      }
      throw timeout;
    }
  }

  /// Makes a call by someone who knows no time-out: without one in a guard it waits for ever when a message is lost.
  ///
  /// @param what what is asked for, for those who look on
  /// @param about and of what
  <R> R call(Repeat repeat, String what, Object about, Supplier<R> call) {
    var around = guard();
    return around == null ? wire.call(what, about, call)
        : around.call(wire.name(), repeat, () -> wire.send(what, about, call));
  }

  /// Makes a call whose own time has its ways in it.
  <R> R callAtOnce(Repeat repeat, String what, Object about, Supplier<R> call) {
    var around = guard();
    return around == null ? wire.callAtOnce(what, about, call)
        : around.call(wire.name(), repeat, () -> wire.sendAtOnce(what, about, call));
  }

  private static Repeat repeat(Request request) {
    return switch (request.method()) {
      case "GET" -> Repeat.HEDGED;
      case "PUT" -> Repeat.AGAIN;
      default -> Repeat.IF_POSTS_MAY;
    };
  }

  /// The guards as the link has them now; other ones begin anew.
  private @Nullable Guard guard() {
    var wanted = wire.link().guards();
    if (wanted != seen) {
      if (!wanted.equals(seen)) {
        guard = wanted.areNone() ? null : wanted.isShared() ? wire.sharedGuard(wanted) : wire.newGuard(wanted);
      }
      seen = wanted;
    }
    return guard;
  }
}
