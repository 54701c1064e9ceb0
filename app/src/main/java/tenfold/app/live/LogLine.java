package tenfold.app.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tenfold.app.live.Workbench.Mark;
import tenfold.app.look.FaultText;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.component.Chronicle.Happening;
import tenfold.component.Chronicle.What;

/// A line of the log: something that happened in the run.
///
/// @param seconds when, in simulated time
/// @param words what
/// @param tone of what sort it is
public record LogLine(double seconds, String words, Tone tone) {
  /// Of what sort something is that happens.
  public enum Tone {
    /// The student's own hand.
    EDIT,
    /// Something went wrong.
    BAD,
    /// Something is well again, or goes its way.
    GOOD
  }

  /// All of it in order. What an end costs stands in one line with it; faults are told by the parts that suffer them.
  static List<LogLine> of(Collection<Happening> happenings, Collection<Mark> marks) {
    var lines = new ArrayList<LogLine>();
    marks.stream().filter(mark -> !mark.isFault())
        .map(mark -> new LogLine(mark.seconds(), mark.label(), Tone.EDIT)).forEach(lines::add);
    Happening before = null;
    for (var happening : happenings) {
      if (before != null && isLossOf(before, happening)) {
        lines.add(line(happening, Optional.of(before)));
        before = null;
      } else {
        if (before != null) {
          lines.add(line(before, Optional.empty()));
        }
        before = happening;
      }
    }
    if (before != null) {
      lines.add(line(before, Optional.empty()));
    }
    lines.sort(Comparator.comparingDouble(LogLine::seconds));
    return lines;
  }

  /// Sessions are gone a moment before the process is.
  private static boolean isLossOf(Happening loss, Happening end) {
    return loss.what() == What.SESSIONS_LOST && end.what() == What.WENT_DOWN
        && loss.atNanos() == end.atNanos() && loss.where().equals(end.where());
  }

  private static LogLine line(Happening happening, Optional<Happening> loss) {
    var words = happening.fault()
        .map(fault -> Texts.get("log." + happening.what(), happening.where(), FaultText.of(fault, happening.number())))
        .orElseGet(() -> Texts.get("log." + happening.what(), happening.where(),
            Numbers.count(Math.round(happening.number()))));
    return new LogLine(happening.atNanos() / 1e9,
        loss.map(gone -> Texts.get("log.with", words, Numbers.count(Math.round(gone.number())))).orElse(words),
        tone(happening.what()));
  }

  private static Tone tone(What what) {
    return switch (what) {
      case WENT_DOWN, HANGS, STRUCK, FAULT_BEGAN, BREAKER_OPENED, SESSIONS_LOST, WRITE_LOST -> Tone.BAD;
      case CAME_UP, FAULT_ENDED, LAUNCHED, IN_SERVICE, TAKEN_AWAY, BREAKER_TRIES, BREAKER_CLOSED -> Tone.GOOD;
    };
  }
}
