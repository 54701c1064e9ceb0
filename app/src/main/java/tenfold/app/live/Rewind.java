package tenfold.app.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tenfold.component.Attempt;
import tenfold.kernel.LimitReached;
import tenfold.run.Course;
import tenfold.run.Replication;
import tenfold.run.Trace;

/// A run that is run again in the background, up to an instant: to go on from there, or to trace what happened.
public final class Rewind implements AutoCloseable {
  private final Course course;
  private final long untilNanos;
  private final AtomicReference<@Nullable Replication> arrived = new AtomicReference<>();
  private final ConcurrentLinkedQueue<Trace> traces = new ConcurrentLinkedQueue<>();
  private volatile long reachedNanos;
  private volatile boolean isCancelled;
  private volatile @Nullable String failure;

  /// Begins at once.
  ///
  /// @param traced requests to trace on the way
  public Rewind(Course course, long untilNanos, Predicate<Attempt> traced) {
    this.course = course;
    this.untilNanos = untilNanos;
    Thread.ofPlatform().daemon().name("tenfold-rewind").start(() -> work(traced));
  }

  /// How much of it is done, 0 to 1.
  public double progress() {
    return untilNanos == 0 ? 1 : (double) reachedNanos / untilNanos;
  }

  /// The run at the instant, once it is there; it belongs to whoever takes it.
  public Optional<Replication> arrived() {
    return Optional.ofNullable(arrived.get());
  }

  /// How the run has come to the instant.
  public Course course() {
    return course.until(untilNanos);
  }

  /// The instant.
  public long untilNanos() {
    return untilNanos;
  }

  /// The traces so far of the requests that were to be traced.
  public List<Trace> traces() {
    return List.copyOf(traces);
  }

  /// Why it does not come to its end, in a sentence, if it does not.
  public Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /// Gives it up.
  @Override
  public void close() {
    isCancelled = true;
  }

  private void work(Predicate<Attempt> traced) {
    var run = course.begin();
    run.trace(traced, traces::add);
    try {
      if (course.replay(run, untilNanos, () -> isCancelled, nanos -> reachedNanos = nanos)) {
        arrived.set(run);
      }
    } catch (LimitReached limit) {
      failure = limit.getMessage();
    } catch (RuntimeException | OutOfMemoryError broken) {
      failure = String.valueOf(broken.getMessage());
      System.getLogger(Rewind.class.getName()).log(System.Logger.Level.ERROR, "the run could not be repeated", broken);
    }
  }
}
