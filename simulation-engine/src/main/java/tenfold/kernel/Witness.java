package tenfold.kernel;

/// Looks on while a process lives: it is told whenever time is about to pass for the process, and when it has. It only
/// looks: a process that is watched does the same as one that is not.
public interface Witness {
  /// Time begins to pass for the process. Called inside it, on its own call stack, which says what it is about.
  ///
  /// @param workNanos how much of it will be work that is done for the process, in nanoseconds, as far as that is
  ///     known; the rest it waits. 0 where it waits for somebody else
  void pauses(long workNanos);

  /// The process goes on, or ends.
  void goesOn();

  /// Something about the process takes no time and is worth a word.
  ///
  /// @param what what, by its name
  /// @param where where in the model
  void notes(String what, String where);

  /// Looks on at a process that the watched one starts.
  Witness ofChild();
}
