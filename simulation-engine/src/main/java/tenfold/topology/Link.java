package tenfold.topology;

/// The right of one node to call another, and how long the way is.
///
/// @param from name of the calling node
/// @param to name of the called node
/// @param roundTripMs time there and back, without the work done there
/// @param jitter σ of the lognormal factor on each way; 0 for none
public record Link(String from, String to, double roundTripMs, double jitter) {
  /// Round trip inside one zone of a data centre, in milliseconds (0.25 to 3.4 were measured; domain 1.2).
  public static final double IN_ZONE_MS = 0.5;

  /// Longest legal round trip, in milliseconds.
  public static final double MAX_ROUND_TRIP_MS = 10_000;

  /// Largest legal jitter.
  public static final double MAX_JITTER = 1;

  /// A link inside one zone, without jitter.
  public static Link inZone(String from, String to) {
    return new Link(from, to, IN_ZONE_MS, 0);
  }

  /// Whether it leads from the one to the other.
  public boolean connects(String one, String other) {
    return from.equals(one) && to.equals(other);
  }
}
