package tenfold.component;

/// What the cores of a machine lose to each other, by the universal scalability law.
///
/// @param sigma share of the work that only one core can do at a time
/// @param kappa cost of keeping two cores' views of memory the same
public record Contention(
    @Param(label = "Contention σ", max = 0.5, live = true, mayBeAbsent = true,
        source = "pattern text: 0 (\"2× faster\"); realistic 0.02, of a database 0.01") double sigma,
    @Param(label = "Coherency κ", max = 0.05, live = true, mayBeAbsent = true,
        source = "pattern text: 0; realistic 0.0002, of a database 0.0001") double kappa) {

  /// None, as the pattern text assumes.
  public Contention() {
    this(0, 0);
  }
}
