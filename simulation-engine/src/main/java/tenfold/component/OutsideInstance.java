package tenfold.component;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenfold.component.OutsideServices.Troubled;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.CalendarService;
import tenfold.port.ConnectionRefused;
import tenfold.port.Coordinators;
import tenfold.port.Mailer;
import tenfold.port.NotCalled;
import tenfold.port.Payments;
import tenfold.port.Purpose;
import tenfold.port.ServiceError;
import tenfold.resilience.TokenBucket;

/// [OutsideServices] at work. Each call goes on by itself, so that it has its effect whether its caller is still there
/// or not. After a crash they refuse calls for a while; hanging they never end them, until they are restarted.
final class OutsideInstance implements Component {
  private final Simulation simulation;
  private final Site site;
  private final Meter meter;
  private final RandomGenerator failures;
  private final RandomGenerator times;
  private final Set<String> doneKeys = new HashSet<>();
  private OutsideServices spec;
  private @Nullable TokenBucket bucket;
  private int underWay;
  private boolean isHanging;

  OutsideInstance(OutsideServices spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.meter = site.meter();
    this.failures = site.random("failures");
    this.times = site.random("times");
    update(spec);
    site.offer(Mailer.class, (_, _, purpose) -> call(Troubled.EMAIL, this.spec.emailMs(), purpose));
    site.offer(CalendarService.class, (_, purpose) -> call(Troubled.CALENDAR, this.spec.calendarMs(), purpose));
    site.offer(Payments.class, (_, _, purpose) -> call(Troubled.PAYMENT, this.spec.paymentMs(), purpose));
    site.offer(Coordinators.class, (_, purpose) -> call(Troubled.COORDINATORS, this.spec.coordinatorsMs(), purpose));
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (OutsideServices) changed;
    bucket = spec.ratePerSecond() > 0
        ? new TokenBucket(spec.ratePerSecond(), Math.max(1, spec.ratePerSecond()), simulation.nowNanos()) : null;
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case CRASH, RESTART -> beAway();
      case HANG -> {
        isHanging = true;
        meter.hangs();
      }
      default -> { }
    }
  }

  private void beAway() {
    meter.isUp(false);
    simulation.schedule(site.backInNanos(spec.outageMs()), () -> {
      isHanging = false;
      meter.isUp(true);
    });
  }

  private void call(Troubled service, double meanMs, Purpose purpose) {
    if (!meter.isUp()) {
      throw new ConnectionRefused(site.name());
    }
    boolean isTooMany = spec.limit() > 0 && underWay >= spec.limit()
        || bucket != null && !bucket.take(simulation.nowNanos());
    if (isTooMany) {
      throw new NotCalled(service + ": 429 too many requests", NotCalled.TOO_MANY);
    }
    AbandonableCall.within(simulation, "call outside", 0, () -> {
      serve(service, meanMs, purpose);
      return Optional.empty();
    });
  }

  private void serve(Troubled service, double meanMs, Purpose purpose) {
    long start = simulation.nowNanos();
    boolean isTroubled = spec.isTroubled(service);
    underWay++;
    try {
      if (isHanging || isTroubled && strikes(spec.hangShare())) {
        new Promise<Void>(simulation).await();
      }
      double factor = isTroubled && strikes(spec.slowShare()) ? spec.slowFactor() : 1;
      simulation.hold(Math.round(spec.law().drawNanos(times, meanMs) * factor * site.slowness()));
      if (isTroubled && strikes(spec.failureShare())) {
        throw new ServiceError(service + ": 500 internal error");
      }
      haveEffect(service, purpose);
    } finally {
      underWay--;
      meter.served(start);
    }
  }

  private boolean strikes(double share) {
    return share > 0 && failures.nextDouble() < share;
  }

  private void haveEffect(Troubled service, Purpose purpose) {
    if (!purpose.isKey() || doneKeys.add(purpose.subject())) {
      site.truth().jobs().done(purpose.subject(),
          service == Troubled.PAYMENT ? Truth.Wrong.CHARGED_TWICE : Truth.Wrong.JOB_DOUBLED, site.name());
    }
  }
}
