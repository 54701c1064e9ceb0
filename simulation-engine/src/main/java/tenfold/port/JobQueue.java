package tenfold.port;

/// Takes work that may be done later.
@FunctionalInterface
public interface JobQueue {
  /// Hands the job over. Returns when the queue has it, which is not when it is done.
  void enqueue(Job job);
}
