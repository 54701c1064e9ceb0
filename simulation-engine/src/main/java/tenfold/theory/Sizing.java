package tenfold.theory;

/// How many servers a load takes at a target utilisation, by the utilisation law U = X·D/m for m cores together.
///
/// Source: Lazowska et al., *Quantitative System Performance* (1984), §3.2. The pattern text's auto-scaling has a
/// target of 70 % and a minimum of two.
///
/// @param demandSeconds D, processor time of a request, above 0
/// @param cores of one server, at least 1
/// @param targetUtilisation above 0, at most 1
/// @param min fewest servers
public record Sizing(double demandSeconds, int cores, double targetUtilisation, int min) {
  /// Checks the ranges.
  public Sizing {
    if (!(demandSeconds > 0 && cores >= 1 && targetUtilisation > 0 && targetUtilisation <= 1)) {
      throw new IllegalArgumentException("sizing needs demandSeconds > 0, cores >= 1 and 0 < targetUtilisation <= 1,"
          + " not " + demandSeconds + ", " + cores + ", " + targetUtilisation);
    }
  }

  /// Servers for so many requests a second.
  public int servers(double requestsPerSecond) {
    return (int) Math.max(min, Math.ceil(requestsPerSecond * demandSeconds / (cores * targetUtilisation)));
  }
}
