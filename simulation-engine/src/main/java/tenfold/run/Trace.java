package tenfold.run;

import java.util.List;
import tenfold.component.Outcomes.Outcome;

/// What one request's time went to: its calls as a tree, and in each what passed.
///
/// @param number the how-manieth request of the run it was, from 1
/// @param what method and path, as in "GET /api/family/42"
/// @param family the family that asked
/// @param startNanos when it was sent, in simulated time
/// @param endNanos when it ended for its client
/// @param outcome how
/// @param spans its calls in the order in which they began; a call stands behind the one that it was made in
/// @param notes what took no time in it and is worth a word, in order
/// @param isWhole false when it was so long that some of its calls are missing
public record Trace(
    long number, String what, int family, long startNanos, long endNanos, Outcome outcome, List<Span> spans,
    List<Note> notes, boolean isWhole) {

  /// A call's parent when a client made it.
  public static final int NONE = -1;

  /// Something that takes no time, such as a call that was not made.
  ///
  /// @param atNanos when, in simulated time
  /// @param what what: "breaker" or "limit" turned a call away
  /// @param where the link or the instance
  public record Note(long atNanos, String what, String where) {}

  /// Copies the lists.
  public Trace {
    spans = List.copyOf(spans);
    notes = List.copyOf(notes);
  }

  /// Response time in milliseconds.
  public double millis() {
    return (endNanos - startNanos) / 1e6;
  }

  /// One call over a link.
  ///
  /// @param parent index of the call that it was made in; [#NONE] for the client's own
  /// @param from the calling node
  /// @param to the called node
  /// @param instance the called instance, as in "Server#2"; the node where none was entered
  /// @param what what was asked for, as in "query SELECT …"
  /// @param startNanos when it began
  /// @param endNanos when it ended, or when the request did
  /// @param fate how; [Fate#TIMED_OUT] too when it had not ended by then
  /// @param passages what took time in the called part or on the way there and back, in order
  public record Span(
      int parent, String from, String to, String instance, String what, long startNanos, long endNanos, Fate fate,
      List<Passage> passages) {
    /// Copies the passages.
    public Span {
      passages = List.copyOf(passages);
    }

    /// Its length in milliseconds.
    public double millis() {
      return (endNanos - startNanos) / 1e6;
    }
  }

  /// Time that passed for the request: some of it waiting, the rest work that was done for it.
  ///
  /// @param sinceNanos when it began
  /// @param untilNanos when it ended
  /// @param workNanos how much of it was work; the rest was waiting for others
  /// @param place where in the model, as in "ServerInstance.thread"
  /// @param lines the lines of the co-op's code that were being run, the innermost first
  public record Passage(long sinceNanos, long untilNanos, long workNanos, String place, List<Line> lines) {
    private static final String NETWORK = "Wire.";

    /// Copies the lines.
    public Passage {
      lines = List.copyOf(lines);
    }

    /// Whether it was on its way over a link.
    public boolean isNetwork() {
      return place.startsWith(NETWORK);
    }
  }

  /// A line of the co-op's code.
  ///
  /// @param source the file without its ending, as in "GetFamily"
  /// @param method the method
  /// @param number from 1
  public record Line(String source, String method, int number) {}
}
