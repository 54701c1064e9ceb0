package tenfold.component;

/// A figure that a run reports of a component. The identifiers are the names in reports.
public enum Figure {
  /// Share of its busiest processor in use, 0 to 1.
  UTILISATION("utilisation"),
  /// Mean number of those who wait at it.
  QUEUE_LENGTH("meanQueueLength"),
  /// Mean time of a call to it, or for families of a request, in milliseconds.
  RESPONSE_TIME("meanResponseMs"),
  /// Share of look-ups in a cache that hit, 0 to 1.
  HIT_SHARE("hitShare"),
  /// Mean time from a change's commit until it is shown, in milliseconds.
  LAG("meanLagMs"),
  /// Good answers a second; shares of errors and of time-outs are reported beside it.
  OUTCOMES("goodputPerSecond"),
  /// Percentile of the response time, in milliseconds; the median and the 99th are reported beside it.
  PERCENTILES("p95Ms"),
  /// How often clients were told what is not so, by what was wrong.
  WRONG_DATA("wrong"),
  /// Instances that are wanted and that are in service, over time.
  SCALING("scaling");

  private final String id;

  Figure(String id) {
    this.id = id;
  }

  @Override
  public String toString() {
    return id;
  }
}
