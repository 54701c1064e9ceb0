package tenfold.topology;

import tenfold.component.Parameter;

/// How far two places are from each other: round trips to choose from by name. The co-op's own machines are in
/// N. Virginia (domain 1.2: measured between regions, the last mile to New York and homes guessed).
public enum Distance {
  /// Inside one zone of a data centre; 0.25 to 3.4 ms were measured.
  IN_ZONE("inZone", 0.5),
  /// From a home to the edge of a CDN.
  EDGE("edge", 5),
  /// From New York.
  NEW_YORK("newYork", 8),
  /// From a home near to the co-op's machines.
  HOME("home", 16),
  /// From London.
  LONDON("london", 76),
  /// From Tokyo.
  TOKYO("tokyo", 160);

  private static final Parameter ROUND_TRIP = Parameter.of(Link.class).stream()
      .filter(parameter -> parameter.path().equals("roundTripMs")).findFirst().orElseThrow();

  private final String id;
  private final double roundTripMs;

  Distance(String id, double roundTripMs) {
    this.id = id;
    this.roundTripMs = roundTripMs;
  }

  /// Time there and back, in milliseconds.
  public double roundTripMs() {
    return roundTripMs;
  }

  /// The same link over this distance.
  public Link on(Link link) {
    return ROUND_TRIP.with(link, roundTripMs);
  }

  @Override
  public String toString() {
    return id;
  }
}
