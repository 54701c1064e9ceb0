package tenfold.experiment;

/// What a formula takes for granted. Where it does not hold, the formula says nothing.
public enum Assumption {
  /// There is a run of the design under a light load, without failures, to measure demands in.
  MEASURED("measured"),
  /// All families are alike: one node of them.
  ONE_KIND("oneKind"),
  /// Families do not grow in number, and the arrival rate does not change with time.
  STEADY("steady"),
  /// No fault is to come.
  SOUND("sound"),
  /// The number of servers stays what it is.
  FIXED_SERVERS("fixedServers"),
  /// A family asks for one thing at a time: no files of a page, no reloads beside, no hedged calls.
  ONE_AT_A_TIME("oneAtATime"),
  /// Families stay until they are answered, however long it takes, and stay families afterwards.
  PATIENT("patient"),
  /// Everybody is let in and answered with success.
  NO_FAILURES("noFailures"),
  /// A request takes as much work as under the light load: nothing gets slower, or warmer, by the crowd.
  SAME_WORK("sameWork"),
  /// Who comes can be served: not more than the bottleneck can do.
  STABLE("stable"),
  /// Service times at a bottleneck that serves in turn are exponential.
  EXPONENTIAL("exponential");

  private final String id;

  Assumption(String id) {
    this.id = id;
  }

  /// Whether the operational bounds need it as well: they know no law of probability.
  boolean isNeededByBounds() {
    return this != EXPONENTIAL;
  }

  @Override
  public String toString() {
    return id;
  }
}
