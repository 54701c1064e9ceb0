package tenfold.component;

import tenfold.kernel.Simulation;
import tenfold.port.CalendarService;
import tenfold.port.Coordinators;
import tenfold.port.Mailer;

/// [OutsideServices] at work: each call takes its constant time, however many there are.
///
/// Left out: errors, hangs, limits.
final class OutsideInstance implements Component {
  private final Simulation simulation;
  private final Meter meter;
  private OutsideServices spec;

  OutsideInstance(OutsideServices spec, Site site) {
    this.spec = spec;
    this.simulation = site.simulation();
    this.meter = site.meter();
    site.offer(Mailer.class, (_, _) -> call(this.spec.emailMs()));
    site.offer(CalendarService.class, _ -> call(this.spec.calendarMs()));
    site.offer(Coordinators.class, _ -> call(this.spec.coordinatorsMs()));
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (OutsideServices) changed;
  }

  private void call(double millis) {
    long start = simulation.nowNanos();
    simulation.hold(Nanos.ofMillis(millis));
    meter.served(start);
  }
}
