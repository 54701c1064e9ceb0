package tenfold.port;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Gives jobs out to workers, each to one of them at a time, until it is told that the job is done.
public interface JobSource {
  /// The next job, if there is one now.
  ///
  /// @param isAlive whether the worker still works on it; asked now and then by a queue that watches its workers
  Optional<Delivery> receive(BooleanSupplier isAlive);

  /// The job is done: it is not given out again.
  void done(Delivery delivery);

  /// The job has failed: it is given out again later, or is given up.
  void failed(Delivery delivery);

  /// Tells `wakeUp` once, as soon as it is worth asking again; it answers whether anybody is there to ask.
  void onJobs(BooleanSupplier wakeUp);

  /// A job that was given out.
  ///
  /// @param receipt number of this giving out
  /// @param job the job
  record Delivery(long receipt, Job job) {}
}
