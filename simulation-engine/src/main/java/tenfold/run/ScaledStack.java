package tenfold.run;

import java.util.List;
import tenfold.component.ScalingGroup;

/// A placed node as a stack whose height an auto-scaler controls.
final class ScaledStack implements ScalingGroup {
  private final PlacedNode place;
  private long loadSinceNanos;

  ScaledStack(PlacedNode place) {
    this.place = place;
    this.loadSinceNanos = place.simulation().nowNanos();
  }

  @Override
  public int desired() {
    return place.wanted();
  }

  @Override
  public void desired(int instances, Termination termination, boolean mayTakeAway) {
    place.scale(instances, termination == Termination.NEWEST, mayTakeAway);
  }

  @Override
  public List<Member> members() {
    long now = place.simulation().nowNanos();
    return place.instances().stream()
        .map(instance -> new Member(instance.name(), !instance.isBooting(), now - instance.launchedNanos(),
            instance.isBooting() ? 0 : now - instance.inServiceNanos()))
        .toList();
  }

  @Override
  public void replace(String member) {
    place.instances().stream().filter(instance -> instance.name().equals(member)).findFirst()
        .ifPresent(place::replace);
  }

  @Override
  public Load load(long warmUpNanos) {
    long now = place.simulation().nowNanos();
    double busy = 0;
    double nanos = 0;
    long calls = 0;
    double callNanos = 0;
    for (var instance : place.instances()) {
      var window = instance.window();
      if (!instance.isBooting()) {
        if (window.sinceNanos() >= instance.inServiceNanos() + warmUpNanos) {
          double counted = now - window.sinceNanos();
          nanos += counted;
          busy += counted * window.utilisation();
          calls += window.calls();
          callNanos += window.callNanos();
        }
        window.restart();
      }
    }
    double period = now - loadSinceNanos;
    loadSinceNanos = now;
    return new Load(period == 0 ? 0 : nanos / period, nanos == 0 ? Double.NaN : busy / nanos,
        calls == 0 ? Double.NaN : callNanos / calls / 1e6);
  }
}
