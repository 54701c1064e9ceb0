package tenfold.app.look;

import tenfold.component.Fault;
import tenfold.component.Parameter;
import tenfold.scenario.ScheduledFault;

/// Faults in words.
public final class FaultText {
  private FaultText() {}

  /// What happens and where, as in "Crash: Server" or "Slow ×5: Primary".
  public static String of(ScheduledFault fault) {
    var what = Texts.choice(fault.fault());
    return Texts.get("mark.fault", fault.fault().strength().isEmpty() ? what
        : what + " " + strength(fault.fault(), fault.strength()), fault.where());
  }

  /// How bad a fault is, with its unit: "×5", "50 %", "100 ms".
  public static String strength(Fault fault, double strength) {
    return switch (fault.strength().orElseThrow().unit()) {
      case "share" -> Numbers.exactPercent(strength);
      case "ms" -> Numbers.millis(strength);
      default -> "×" + Parameter.plain(strength);
    };
  }
}
