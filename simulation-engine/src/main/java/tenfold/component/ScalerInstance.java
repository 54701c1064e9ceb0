package tenfold.component;

import tenfold.component.scaling.Controller;
import tenfold.component.scaling.Metric;
import tenfold.kernel.Event;
import tenfold.kernel.Simulation;

/// [AutoScaler] at work. It measures its stack at the end of each period, counted from when it began to work, and
/// decides then or, when figures come late, so much later.
final class ScalerInstance implements Component {
  private final Site site;
  private final Simulation simulation;
  private final Replacing replacing;
  private AutoScaler spec;
  private Controller controller;
  private Event tick;

  ScalerInstance(AutoScaler spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.controller = spec.controller();
    this.replacing = new Replacing(spec.replacement(), site);
    this.tick = simulation.schedule(periodNanos(), this::endPeriod);
  }

  /// Alarms begin anew; cooldowns go on.
  @Override
  public void update(ComponentSpec changed) {
    boolean isOtherPeriod = spec.periodSeconds() != ((AutoScaler) changed).periodSeconds();
    spec = (AutoScaler) changed;
    var before = controller;
    controller = spec.controller();
    controller.goOnFrom(before);
    replacing.update(spec.replacement());
    if (isOtherPeriod) {
      tick.cancel();
      tick = simulation.schedule(periodNanos(), this::endPeriod);
    }
  }

  @Override
  public void leave() {
    tick.cancel();
    replacing.stop();
  }

  private long periodNanos() {
    return Nanos.ofMillis(spec.periodSeconds() * 1_000);
  }

  private void endPeriod() {
    tick = simulation.schedule(periodNanos(), this::endPeriod);
    site.scalingGroup().ifPresent(group -> {
      var load = group.load(warmUpNanos());
      simulation.schedule(Nanos.ofMillis(spec.metricsDelaySeconds() * 1_000), () -> decide(load));
    });
  }

  private void decide(ScalingGroup.Load load) {
    site.scalingGroup().ifPresent(group -> {
      double seconds = simulation.nowNanos() / 1e9;
      boolean isStarting = group.members().stream().anyMatch(
          member -> !member.isInService() || member.serviceNanos() < warmUpNanos());
      int wanted = controller.decide(seconds, group.desired(), isStarting,
          new Metric(load.instances(), load.utilisation(), load.responseMs()));
      group.desired(wanted, spec.termination(), !spec.scaleInProtection());
      int inService = (int) group.members().stream().filter(ScalingGroup.Member::isInService).count();
      site.meter().scaled(new ScalingPoint(seconds, wanted, inService, group.members().size() - inService,
          load.utilisation(), load.responseMs()));
    });
  }

  private long warmUpNanos() {
    return Nanos.ofMillis(spec.warmUpSeconds() * 1_000);
  }
}
