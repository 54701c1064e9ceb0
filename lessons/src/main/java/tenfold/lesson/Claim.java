package tenfold.lesson;

import java.util.Locale;
import tenfold.topology.Topology;

/// A figure of the text that the course teaches, beside that of the model. Its words are those of the lesson's text.
///
/// @param id its name in the lesson's texts
/// @param measure what is measured
/// @param node name or kind of the node that it is about; empty for the whole system
/// @param design the system that it is about
/// @param world under which conditions
/// @param text what the text says, in the unit of the measure; NaN when it says no number
/// @param model what the model shows
/// @param tolerance how far runs may be from that, as a share of it
/// @param verdict what becomes of the claim
public record Claim(String id, Measure measure, String node, Topology design, World world, double text, double model,
    double tolerance, Verdict verdict) {

  /// What becomes of a claim.
  public enum Verdict {
    /// The model shows it too.
    HOLDS,
    /// It holds where something that the text does not say is so.
    HOLDS_UNDER_CONDITIONS,
    /// The model shows something else.
    DOES_NOT_HOLD;

    /// As lessons write it.
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
