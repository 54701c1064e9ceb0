package tenfold.run;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import tenfold.component.Chronicle;
import tenfold.component.Chronicle.What;
import tenfold.component.Fault;
import tenfold.kernel.Event;
import tenfold.kernel.Simulation;

/// The faults that last: which of them a part, or a way, suffers now, and how badly. A second fault of the same sort
/// takes the place of the first.
final class Conditions {
  /// Longer than any run, and short enough to be added to any time.
  private static final long FOR_EVER_NANOS = 1L << 58;

  private final Simulation simulation;
  private final Chronicle chronicle;
  private final Supplier<String> name;
  private final Runnable onChange;
  private final Map<Fault, Condition> present = new EnumMap<>(Fault.class);

  private record Condition(double strength, long endNanos, Event end) {}

  /// @param chronicle is told when one begins and ends
  /// @param name of the part, or the way
  /// @param onChange runs whenever one begins or ends
  Conditions(Simulation simulation, Chronicle chronicle, Supplier<String> name, Runnable onChange) {
    this.simulation = simulation;
    this.chronicle = chronicle;
    this.name = name;
    this.onChange = onChange;
  }

  /// One begins now.
  ///
  /// @param seconds how long it lasts; 0 for ever
  void begin(Fault fault, double strength, double seconds) {
    var before = present.get(fault);
    if (before != null) {
      before.end.cancel();
    }
    long nanos = seconds == 0 ? FOR_EVER_NANOS : Math.round(seconds * 1e9);
    var end = simulation.schedule(nanos, () -> {
      present.remove(fault);
      chronicle.tell(What.FAULT_ENDED, name.get(), strength, fault);
      onChange.run();
    });
    present.put(fault, new Condition(strength, simulation.nowNanos() + nanos, end));
    chronicle.tell(What.FAULT_BEGAN, name.get(), strength, fault);
    onChange.run();
  }

  boolean isOn(Fault fault) {
    return present.containsKey(fault);
  }

  /// How bad it is now; 0 when it is not there.
  double strength(Fault fault) {
    var condition = present.get(fault);
    return condition == null ? 0 : condition.strength;
  }

  /// Those that are on, with how bad each is.
  Map<Fault, Double> present() {
    var strengths = new EnumMap<Fault, Double>(Fault.class);
    present.forEach((fault, condition) -> strengths.put(fault, condition.strength));
    return strengths;
  }

  /// Time until it is over; 0 when it is not there.
  long remainingNanos(Fault fault) {
    var condition = present.get(fault);
    return condition == null ? 0 : condition.endNanos - simulation.nowNanos();
  }
}
