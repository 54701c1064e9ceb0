package tenfold.component;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import tenfold.kernel.Process;
import tenfold.port.ConnectionReset;

/// The calls inside a part, which end with it: whoever called sees a broken connection.
final class Interior {
  private final Site site;
  /// In the order in which they came.
  private final Set<Process> inside = new LinkedHashSet<>();

  Interior(Site site) {
    this.site = site;
  }

  /// Does the calling process's work inside the part, as a call that is counted.
  ///
  /// @throws ConnectionReset when the part ends meanwhile
  <R> R within(Supplier<R> work) {
    long start = site.simulation().nowNanos();
    try {
      return uncounted(work);
    } finally {
      site.meter().served(start);
    }
  }

  /// Does the calling process's work inside the part.
  ///
  /// @throws ConnectionReset when the part ends meanwhile
  <R> R uncounted(Supplier<R> work) {
    var process = site.simulation().process();
    inside.add(process);
    try {
      return work.get();
    } catch (Crash crash) {
      throw crash.isOf(this) ? new ConnectionReset(site.name()) : crash;
    } finally {
      inside.remove(process);
    }
  }

  int size() {
    return inside.size();
  }

  /// The part ends.
  void crash() {
    List.copyOf(inside).forEach(process -> process.interrupt(new Crash(this)));
  }
}
