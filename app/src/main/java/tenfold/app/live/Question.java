package tenfold.app.live;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tenfold.run.Fate;
import tenfold.run.Trace;

/// Which request it is that shall be explained.
public sealed interface Question {
  /// How far back "lately" goes, in simulated time.
  long LATELY_NANOS = 60_000_000_000L;

  /// Requests that a percentile needs above it before it says anything: one in a hundred of a hundred is one request.
  int LEAST_ABOVE = 1;

  /// The answer.
  ///
  /// @param trace the request; empty when none fits
  /// @param among how many it was chosen from
  record Answer(Optional<Trace> trace, int among) {}

  /// Chooses one.
  ///
  /// @param traces those there are, oldest first
  /// @param nowNanos the instant that is shown
  Answer of(List<Trace> traces, long nowNanos);

  /// The request at a percentile of the response times of the last minute. When too few have ended to say, none.
  ///
  /// @param percent above 0, below 100
  record Percentile(double percent) implements Question {
    @Override
    public Answer of(List<Trace> traces, long nowNanos) {
      var sorted = lately(traces, nowNanos);
      int rank = (int) Math.ceil(percent / 100 * sorted.size());
      boolean isKnown = sorted.size() * (100 - percent) / 100 >= LEAST_ABOVE;
      return new Answer(isKnown ? Optional.of(sorted.get(Math.max(0, rank - 1))) : Optional.empty(), sorted.size());
    }
  }

  /// The slowest one of the last minute.
  record Slowest() implements Question {
    @Override
    public Answer of(List<Trace> traces, long nowNanos) {
      var sorted = lately(traces, nowNanos);
      return new Answer(sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.getLast()), sorted.size());
    }
  }

  /// The newest one that went over a link, or with a fate there if one did.
  ///
  /// @param from calling node
  /// @param to called node
  /// @param fate how the call ended
  record Call(String from, String to, Fate fate) implements Question {
    @Override
    public Answer of(List<Trace> traces, long nowNanos) {
      var there = traces.stream().filter(trace -> trace.spans().stream().anyMatch(this::isThere)).toList();
      var same = there.reversed().stream().filter(trace -> trace.spans().stream()
          .anyMatch(span -> isThere(span) && span.fate() == fate)).findFirst();
      return new Answer(same.or(() -> there.reversed().stream().findFirst()), there.size());
    }

    private boolean isThere(Trace.Span span) {
      return span.from().equals(from) && span.to().equals(to);
    }
  }

  /// The slowest one of the last minute that was at a node.
  ///
  /// @param node its name
  record At(String node) implements Question {
    @Override
    public Answer of(List<Trace> traces, long nowNanos) {
      var there = lately(traces, nowNanos).stream()
          .filter(trace -> trace.spans().stream().anyMatch(span -> span.to().equals(node))).toList();
      return new Answer(there.isEmpty() ? Optional.empty() : Optional.of(there.getLast()), there.size());
    }
  }

  /// One that was sought in the whole run and found.
  ///
  /// @param sought what was sought
  /// @param found its trace
  record Exactly(Sought sought, Trace found) implements Question {
    @Override
    public Answer of(List<Trace> traces, long nowNanos) {
      return new Answer(Optional.of(found), 1);
    }
  }

  /// Those of the last minute, the fastest first.
  ///
  /// @param nowNanos the instant that is shown
  static List<Trace> lately(List<Trace> traces, long nowNanos) {
    return traces.stream()
        .filter(trace -> trace.endNanos() <= nowNanos && trace.endNanos() > nowNanos - LATELY_NANOS)
        .sorted(Comparator.comparingDouble(Trace::millis))
        .toList();
  }
}
