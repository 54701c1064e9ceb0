package tenfold.component;

import java.util.List;

/// A durable queue of jobs.
///
/// @param discipline whose rules it goes by
/// @param enqueueMs time to take a job in, durably
/// @param visibilityMs how long a job that was given out stays hidden from others; for [Discipline#BULLMQ] how long a
///     worker's lock lasts that is not renewed
/// @param maxReceives how often a job is given out before it is given up; 0 for as often as the discipline has it
/// @param backoff how long a job waits that has failed
/// @param baseMs the first of these waits
/// @param capMs the longest
/// @param duplicateShare share of the jobs that are given out twice for no reason
/// @param maxLength jobs that it takes at most; 0 for any number
/// @param whenFull what happens to one more
/// @param pollMs how often idle workers look for jobs; 0 when they are told
/// @param retentionSeconds how long a job may wait
/// @param restartMs time after a crash until it takes and gives jobs again; it keeps them all
@Kind(id = "queue", label = "Queue", group = Kind.Group.LATER,
    icon = "layers",
    summary = "Keeps jobs until a worker has done them.",
    models = {
      "A durable queue: what it has taken it keeps, through crashes too. Each job is given out to one worker at a time "
          + "and hidden from the others until it is done, has failed, or the visibility time-out has passed.",
      "At least once: a job comes again when its worker crashes, is too slow, or fails, and now and then for no "
          + "reason. After so many times it is given up and goes to the dead letters.",
      "The rules of SQS, or those of BullMQ: one try unless told otherwise, locks that workers renew, and a look for "
          + "stalled jobs every 30 s.",
      "Back-pressure: a full queue refuses, lets wait, or drops the oldest. Jobs that are too old are dropped.",
      "The order of coming, as far as jobs that come again do not break it."},
    leavesOut = {
      "A limit to how many jobs a second it takes.",
      "Several shards of the queue, of which a worker sees only some.",
      "Putting dead letters back by hand."},
    faults = {Fault.CRASH, Fault.RESTART, Fault.SLOW},
    figures = {Figure.QUEUE_LENGTH, Figure.RESPONSE_TIME, Figure.LAG, Figure.WRONG_DATA})
public record MessageQueue(
    @Param(label = "Rules", live = true, source = "teaching value: SQS") Discipline discipline,
    @Param(label = "Take in", unit = "ms", max = 100, live = true, source = "teaching value; pattern text: 0")
        double enqueueMs,
    @Param(label = "Visibility time-out", unit = "ms", min = 1, max = 43_200_000, live = true,
        source = "SQS: 30 s, at most 12 h; BullMQ lockDuration: 30 s") double visibilityMs,
    @Param(label = "Most tries", max = 1_000, live = true,
        source = "0: as the rules have it; teaching value for SQS: 5, BullMQ attempts: 1") int maxReceives,
    @Param(label = "Wait after a failure", live = true, source = "teaching value: exponential") Backoff backoff,
    @Param(label = "First wait", unit = "ms", max = 3_600_000, live = true, source = "teaching value: 1 s")
        double baseMs,
    @Param(label = "Longest wait", unit = "ms", max = 3_600_000, live = true, source = "teaching value")
        double capMs,
    @Param(label = "Given out twice", max = 1, live = true, source = "teaching value: 1 of 10,000")
        double duplicateShare,
    @Param(label = "Most jobs", unit = "jobs", max = 1e8, live = true, source = "off: any number") int maxLength,
    @Param(label = "When full", live = true, source = "teaching value") FullQueue whenFull,
    @Param(label = "Workers look every", unit = "ms", max = 20_000, live = true,
        source = "0: they are told; SQS: at most 20 s") double pollMs,
    @Param(label = "Keeps jobs for", unit = "s", min = 60, max = 1_209_600, live = true, source = "SQS: 4 days")
        double retentionSeconds,
    @Param(label = "Restart", unit = "ms", max = 600_000, live = true, source = "teaching value") double restartMs)
    implements ComponentSpec {

  /// Whose rules a queue goes by.
  public enum Discipline {
    /// Amazon SQS: who does not say in time that a job is done gets it taken away.
    SQS("sqs", 5),
    /// BullMQ: a worker renews its lock as long as it lives; stalled jobs are looked for, and given up the second time.
    BULLMQ("bullmq", 1);

    private final String id;
    private final int maxReceives;

    Discipline(String id, int maxReceives) {
      this.id = id;
      this.maxReceives = maxReceives;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What a full queue does with one more job.
  public enum FullQueue {
    /// Refuses it.
    REJECT("reject"),
    /// Lets whoever brings it wait.
    BLOCK("block"),
    /// Takes it and drops the oldest.
    DROP_OLDEST("dropOldest");

    private final String id;

    FullQueue(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// The rules of SQS.
  public MessageQueue() {
    this(Discipline.SQS, 1, 30_000, 0, Backoff.EXPONENTIAL, 1_000, 60_000, 0.0001, 0, FullQueue.REJECT, 0, 345_600,
        5_000);
  }

  /// How often a job may be given out.
  int tries() {
    return maxReceives == 0 ? discipline.maxReceives : maxReceives;
  }

  /// How long a job waits that has failed so often, at least once.
  Retrying waits() {
    return new Retrying(0, backoff, baseMs, 2, capMs, false);
  }

  @Override
  public List<Billed> billed() {
    return List.of(Billed.monthly("queue"));
  }

  @Override
  public Component build(Site site) {
    return new QueueInstance(this, site);
  }
}
