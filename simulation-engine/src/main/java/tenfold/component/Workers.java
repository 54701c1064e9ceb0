package tenfold.component;

import java.util.List;

/// Processes that take jobs from a queue and do them.
///
/// @param count processes in the stack
/// @param concurrency jobs that one process does at once
/// @param monthlyPriceDollars price of one process
/// @param restartMs time after a crash until a process takes jobs again
/// @param drainMs how long a process that leaves may still work
@Kind(id = "workers", label = "Workers", group = Kind.Group.LATER,
    icon = "tool", calls = {MessageQueue.class, OutsideServices.class},
    summary = "Take jobs from the queue and call the services outside.",
    models = {
      "The co-op’s own jobs: e-mail, calendar and coordinators of an enrolment, and payments that could not be made at "
          + "once.",
      "A worker that crashes leaves its job; what it has asked a service for may be done all the same, and is done "
          + "again when the job comes to somebody else.",
      "A failed job is told to the queue, which decides when it comes again."},
    leavesOut = {
      "Processor time: a worker waits for the services that it calls.",
      "Jobs of different priority."},
    faults = {Fault.CRASH, Fault.HANG, Fault.RESTART, Fault.BAD_DEPLOY},
    figures = {Figure.UTILISATION, Figure.RESPONSE_TIME})
public record Workers(
    @Param(label = "Stack", unit = "workers", max = 1_000, live = true,
        source = "student’s choice; calibration (i): 8") int count,
    @Param(label = "Jobs at once", unit = "jobs", min = 1, max = 1_000, source = "BullMQ: 1") int concurrency,
    @Param(label = "Price", unit = "$/month", max = 1e6, live = true, source = "teaching value: $100")
        double monthlyPriceDollars,
    @Param(label = "Restart", unit = "ms", max = 600_000, live = true, source = "teaching value: 10 s")
        double restartMs,
    @Param(label = "Drain", unit = "ms", max = 3_600_000, live = true, source = "teaching value: 30 s")
        double drainMs)
    implements ComponentSpec {

  /// One worker with one job at a time.
  public Workers() {
    this(1, 1, 100, 10_000, 30_000);
  }

  @Override
  public int instances() {
    return count;
  }

  @Override
  public List<Billed> billed() {
    return List.of(Billed.monthly(Billed.OWN_PRICE, monthlyPriceDollars));
  }

  @Override
  public Workers atListPrice() {
    return new Workers(count, concurrency, new Workers().monthlyPriceDollars, restartMs, drainMs);
  }

  @Override
  public Component build(Site site) {
    return new WorkerInstance(this, site);
  }
}
