package tenfold.component;

import java.util.random.RandomGenerator;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.CalendarService;
import tenfold.port.ConnectionRefused;
import tenfold.port.Coordinators;
import tenfold.port.Mailer;
import tenfold.port.Payments;
import tenfold.port.ServiceError;

/// [OutsideServices] at work: each call takes its constant time. After a crash they refuse calls for a while; hanging
/// they never end them, until they are restarted.
final class OutsideInstance implements Component {
  private final Simulation simulation;
  private final Site site;
  private final Meter meter;
  private final RandomGenerator failures;
  private OutsideServices spec;
  private int underWay;
  private boolean isHanging;

  OutsideInstance(OutsideServices spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.meter = site.meter();
    this.failures = site.random("failures");
    site.offer(Mailer.class, (_, _) -> call("mailer", this.spec.emailMs()));
    site.offer(CalendarService.class, _ -> call("calendar", this.spec.calendarMs()));
    site.offer(Payments.class, (_, _) -> call("payment", this.spec.paymentMs()));
    site.offer(Coordinators.class, _ -> call("coordinators", this.spec.coordinatorsMs()));
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (OutsideServices) changed;
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

  private void call(String service, double millis) {
    if (!meter.isUp()) {
      throw new ConnectionRefused(site.name());
    }
    if (spec.limit() > 0 && underWay >= spec.limit()) {
      throw new ServiceError(service + ": 429 too many requests");
    }
    long start = simulation.nowNanos();
    underWay++;
    try {
      if (isHanging) {
        new Promise<Void>(simulation).await();
      }
      simulation.hold(Nanos.ofMillis(millis * site.slowness()));
      if (spec.failureShare() > 0 && failures.nextDouble() < spec.failureShare()) {
        throw new ServiceError(service + ": 500 internal error");
      }
    } finally {
      underWay--;
      meter.served(start);
    }
  }
}
