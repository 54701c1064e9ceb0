package tenfold.component;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tenfold.component.balancing.RiseAndFall;
import tenfold.kernel.Event;
import tenfold.kernel.Simulation;
import tenfold.port.NoAnswer;
import tenfold.port.PortFailure;

/// Checks one server again and again.
///
/// The first check comes at a random moment of the first interval. Then, in nginx, a timer rings every half interval
/// and starts a check when the last one ended a whole interval ago or more; so checks that take any time at all come
/// every one and a half intervals. In HAProxy the timer rings every interval, unless a check is under way. Sources:
/// nginx_upstream_check_module, `ngx_http_upstream_check_begin_handler`; HAProxy, `process_chk_conn` ("up, but will
/// fall down at first failure").
final class ActiveCheck {
  private final Simulation simulation;
  private final ActiveChecks rule;
  private final BooleanSupplier probe;
  private final Consumer<Boolean> isUp;
  private final RiseAndFall counter;
  private Event timer;
  private long endedNanos;
  private boolean isUnderWay;

  /// @param probe whether a check passes; may take time and fail
  /// @param wasUp whether the server counts as up before the first check
  /// @param isUp is told after each check whether the server is up
  ActiveCheck(Simulation simulation, RandomGenerator random, ActiveChecks rule, BooleanSupplier probe, boolean wasUp,
      Consumer<Boolean> isUp) {
    this.simulation = simulation;
    this.rule = rule;
    this.probe = probe;
    this.isUp = isUp;
    this.counter = new RiseAndFall(rule.rise(), rule.fall(), wasUp);
    if (isHaproxy()) {
      counter.isOnTrial();
    }
    this.endedNanos = simulation.nowNanos() - intervalNanos();
    this.timer = simulation.schedule((long) (random.nextDouble() * intervalNanos()), this::ring);
  }

  /// Checks no more.
  void stop() {
    timer.cancel();
  }

  private long intervalNanos() {
    return Nanos.ofMillis(rule.intervalMs());
  }

  private boolean isHaproxy() {
    return rule.timing() == ActiveChecks.Timing.HAPROXY;
  }

  private void ring() {
    timer = simulation.schedule(isHaproxy() ? intervalNanos() : intervalNanos() / 2, this::ring);
    if (!isUnderWay && (isHaproxy() || simulation.nowNanos() - endedNanos >= intervalNanos())) {
      isUnderWay = true;
      simulation.start("check", this::check);
    }
  }

  private void check() {
    boolean isGood = passes();
    isUnderWay = false;
    endedNanos = simulation.nowNanos();
    isUp.accept(counter.isUpAfter(isGood));
  }

  private boolean passes() {
    long start = simulation.nowNanos();
    long timeoutNanos = Nanos.ofMillis(rule.timeoutMs());
    try {
      return AbandonableCall.within(simulation, "check", timeoutNanos, probe::getAsBoolean);
    } catch (NoAnswer silence) {
      simulation.hold(Math.max(0, start + timeoutNanos - simulation.nowNanos()));
      return false;
    } catch (PortFailure failure) {
      return false;
    }
  }
}
