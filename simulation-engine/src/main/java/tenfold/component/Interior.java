package tenfold.component;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

  /// The calling process's work inside the part begins. Whatever it does stands between this and [#leave], without a
  /// stack frame more, since a deep stack is slow to suspend.
  ///
  /// @return when, for [#leave]
  long enter() {
    inside.add(site.simulation().process());
    site.entered();
    return site.simulation().nowNanos();
  }

  /// It ends, as a call that is counted.
  ///
  /// @param sinceNanos what [#enter] returned
  void leave(long sinceNanos) {
    leaveUncounted();
    site.meter().served(sinceNanos);
  }

  /// It ends.
  void leaveUncounted() {
    inside.remove(site.simulation().process());
  }

  /// What the caller sees of a crash: a broken connection, when it is this part that has ended.
  RuntimeException seen(Crash crash) {
    return crash.isOf(this) ? new ConnectionReset(site.name()) : crash;
  }

  int size() {
    return inside.size();
  }

  /// The part ends.
  void crash() {
    List.copyOf(inside).forEach(process -> process.interrupt(new Crash(this)));
  }
}
