package tenfold.kernel;

/// Something that works: it takes a demand in nanoseconds of its own time and is done some time later.
public sealed interface Processor permits ProcessorSharing, Station {
  /// Makes everything take `factor` times as long, 1 is the normal speed. What is under
  /// way is slowed down too where units are shared; in a line it leaves when it would have.
  void slowness(double factor);

  /// Suspends the calling process until `demandNanos` of work are done for it.
  void execute(long demandNanos);

  /// Does `demandNanos` of work and then calls `done`.
  void execute(long demandNanos, Runnable done);

  /// Units that can work at once (cores, channels).
  int units();

  /// Units at work over time.
  Gauge busyGauge();

  /// Demands beyond the units over time: waiting, or slowed down by sharing.
  Gauge queueGauge();
}
