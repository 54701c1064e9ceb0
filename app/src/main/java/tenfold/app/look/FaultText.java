package tenfold.app.look;

import tenfold.component.Fault;
import tenfold.component.Parameter;
import tenfold.run.Snapshot.Suffered;
import tenfold.scenario.ScheduledFault;

/// Faults in words.
public final class FaultText {
  private FaultText() {}

  /// What happens and where, as in "Crash: Server" or "Slow ×5: Primary".
  public static String of(ScheduledFault fault) {
    return Texts.get("mark.fault", of(fault.fault(), fault.strength()), fault.where());
  }

  /// What is going on, as in "Slow ×5".
  public static String of(Suffered suffered) {
    return of(suffered.fault(), suffered.strength());
  }

  /// What happens, as in "Slow ×5".
  public static String of(Fault fault, double strength) {
    var what = Texts.choice(fault);
    return fault.strength().isEmpty() ? what : what + " " + strength(fault, strength);
  }

  /// How bad a fault is, with its unit: "×5", "50 %", "100 ms".
  public static String strength(Fault fault, double strength) {
    return switch (fault.strength().orElseThrow().unit()) {
      case "share" -> Parameter.plain(100 * strength) + " %";
      case "ms" -> Numbers.millis(strength);
      default -> "×" + Parameter.plain(strength);
    };
  }
}
