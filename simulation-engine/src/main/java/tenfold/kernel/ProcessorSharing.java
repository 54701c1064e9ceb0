package tenfold.kernel;

import java.util.PriorityQueue;

/// Cores that all present jobs share equally: with n jobs on c cores each runs at rate min(1, C(m)/n), m = min(n, c),
/// as under a fair operating-system scheduler with small time slices. C(m) is the work that m cores get done together:
/// m, less what they lose by contention and coherency; the loss can be that of a larger crowd than the m at work
/// ([#crowd]).
///
/// Works in virtual time, which runs at the rate of one job: a job of demand d that comes at virtual time v is
/// done at v + d, whatever comes later, so that a heap orders the departures and an arrival costs O(log n).
/// Source: Kleinrock, *Queueing Systems* vol. 2, §4.4 (processor sharing); virtual time as in Parekh & Gallager,
/// "A generalized processor sharing approach to flow control", IEEE/ACM ToN 1(3), 1993. C(m) = m/(1+σ(m−1)+κm(m−1)):
/// Gunther, *Guerrilla Capacity Planning*, 2007, ch. 4 (universal scalability law).
public final class ProcessorSharing implements Processor {
  private final Simulation simulation;
  private final PriorityQueue<Job> jobs = new PriorityQueue<>();
  private final Gauge busy;
  private final Gauge queue;
  private int cores;
  private double contention;
  private double coherency;
  private int crowd;
  private double slowness = 1;
  private long sequence;
  private double virtualNanos;
  private double rate;
  private long updatedNanos;
  private Event departure;

  /// @param cores cores there are, at least 1
  public ProcessorSharing(Simulation simulation, int cores) {
    this.simulation = simulation;
    this.busy = new Gauge(simulation);
    this.queue = new Gauge(simulation);
    this.updatedNanos = simulation.nowNanos();
    this.departure = new Event(simulation, this::depart);
    cores(cores);
  }

  /// Changes the number of cores, at least 1, for the jobs present too.
  public void cores(int units) {
    if (units < 1) {
      throw new IllegalArgumentException("cores must be at least 1, not " + units);
    }
    advance();
    cores = units;
    replan();
  }

  /// Sets what the cores lose to each other, for the jobs present too.
  ///
  /// @param sigma share of the work that only one core can do at a time, 0 to 1
  /// @param kappa cost of keeping two cores' views of memory the same, as a share of the work
  public void losses(double sigma, double kappa) {
    advance();
    contention = sigma;
    coherency = kappa;
    replan();
  }

  /// Sets how many contend, when it is more than those on the cores: as a database's active connections do, which hold
  /// latches while they wait for the disk too.
  public void crowd(int contenders) {
    advance();
    crowd = contenders;
    replan();
  }

  @Override
  public void slowness(double factor) {
    advance();
    slowness = factor;
    replan();
  }

  @Override
  public void execute(long demandNanos) {
    var process = simulation.running("execute");
    if (jobs.isEmpty() && demandNanos > 0 && crowd <= 1 && slowness == 1 && passesAlone(demandNanos)) {
      return;
    }
    var job = add(demandNanos, process::wakeNow);
    try {
      process.suspend(slowness == 1 ? demandNanos : Math.round(demandNanos * slowness));
    } catch (RuntimeException interruption) {
      advance();
      jobs.remove(job);
      replan();
      throw interruption;
    }
  }

  @Override
  public void execute(long demandNanos, Runnable done) {
    add(demandNanos, done);
  }

  @Override
  public int units() {
    return cores;
  }

  @Override
  public Gauge busyGauge() {
    return busy;
  }

  @Override
  public Gauge queueGauge() {
    return queue;
  }

  /// A single job that is done before anything else happens.
  private boolean passesAlone(long demandNanos) {
    busy.set(1);
    boolean isDone = simulation.passes(demandNanos, demandNanos);
    busy.set(0);
    return isDone;
  }

  private Job add(long demandNanos, Runnable done) {
    if (demandNanos < 0) {
      throw new IllegalArgumentException("demandNanos must be at least 0, not " + demandNanos);
    }
    advance();
    var job = new Job(virtualNanos + demandNanos, sequence++, done);
    jobs.add(job);
    replan();
    return job;
  }

  /// Brings virtual time up to now.
  private void advance() {
    long now = simulation.nowNanos();
    if (jobs.isEmpty()) {
      virtualNanos = 0;
    } else {
      virtualNanos += rate * (now - updatedNanos);
    }
    updatedNanos = now;
  }

  /// Sets rate and gauges for the jobs present, and the event of the next departure.
  private void replan() {
    int present = jobs.size();
    busy.set(Math.min(present, cores));
    queue.set(Math.max(0, present - cores));
    if (present == 0) {
      departure.cancel();
    } else {
      rate = Math.min(1.0, capacity(Math.min(present, cores)) / present) / slowness;
      double remaining = Math.max(0, jobs.element().virtualEndNanos - virtualNanos);
      departure = simulation.reschedule(departure, (long) Math.ceil(remaining / rate));
    }
  }

  /// What that many cores get done together, in units of one core alone.
  private double capacity(int active) {
    int contenders = Math.max(active, crowd);
    return active / (1 + contention * (contenders - 1) + coherency * contenders * (contenders - 1));
  }

  private void depart() {
    advance();
    var job = jobs.remove();
    // The clock has whole nanoseconds; the job's own end is exact, so rounding does not add up.
    virtualNanos = Math.max(virtualNanos, job.virtualEndNanos);
    replan();
    job.done.run();
  }

  private record Job(double virtualEndNanos, long sequence, Runnable done) implements Comparable<Job> {
    @Override
    public int compareTo(Job other) {
      int byEnd = Double.compare(virtualEndNanos, other.virtualEndNanos);
      return byEnd != 0 ? byEnd : Long.compare(sequence, other.sequence);
    }
  }
}
