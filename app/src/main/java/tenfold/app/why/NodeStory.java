package tenfold.app.why;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.run.Breakdown;
import tenfold.run.Breakdown.Doing;
import tenfold.run.Breakdown.Sum;
import tenfold.run.Snapshot.NodeView;
import tenfold.run.Trace;

/// What a node makes requests wait for, in a sentence or two with its numbers.
final class NodeStory {
  /// From here on a part is called full: above it queues grow long (Gunther, *Analyzing Computer System Performance*,
  /// 2011, ch. 2: with one server, the queue at 90 % is nine).
  private static final double FULL = 0.9;

  /// Share of a line that comes or goes in a second from which on it is said to grow or to drain.
  private static final double MUCH = 0.01;

  private NodeStory() {}

  /// @param traces requests of the last minute
  /// @param earlier the node some seconds before, to see whether its line grows
  /// @param seconds how much earlier
  static String of(String node, NodeView now, Optional<NodeView> earlier, double seconds, List<Trace> traces) {
    var there = traces.stream().filter(trace -> trace.spans().stream().anyMatch(span -> span.to().equals(node)))
        .toList();
    var sums = Breakdown.means(there).stream().filter(sum -> sum.instance().equals(node)).toList();
    var wait = longest(sums, Doing.WAITING);
    double works = millis(sums, Doing.WORKING);
    var story = new StringBuilder();
    if (there.isEmpty()) {
      story.append(Texts.get("story.unseen", node));
    } else if (wait.isEmpty() || millis(sums, Doing.WAITING) < works / 10) {
      story.append(Texts.get("story.idle", node, Numbers.millis(works), Numbers.percent(now.utilisation())));
    } else {
      story.append(Texts.get(now.utilisation() >= FULL ? "story.full" : "story.waits", node,
          Numbers.millis(wait.get().millis()), PlaceText.of(wait.get().place(), Doing.WAITING), Numbers.millis(works),
          Numbers.percent(now.utilisation())));
    }
    if (now.waiting() > 0) {
      story.append(' ').append(line(now, earlier, seconds));
    }
    return story.toString();
  }

  /// How long the line is, and where it is going.
  private static String line(NodeView now, Optional<NodeView> earlier, double seconds) {
    var waiting = Numbers.count(now.waiting());
    double growth = earlier.map(then -> (now.waiting() - then.waiting()) / seconds).orElse(0.0);
    double much = Math.max(1, now.waiting() * MUCH);
    if (growth >= much) {
      return Texts.get("story.grows", waiting, Numbers.perSecond(now.callsPerSecond() + growth),
          Numbers.perSecond(now.callsPerSecond()));
    } else if (growth <= -much) {
      return Texts.get("story.drains", waiting, Numbers.millis(1000 * now.waiting() / -growth));
    }
    return Texts.get("story.stands", waiting);
  }

  private static Optional<Sum> longest(List<Sum> sums, Doing doing) {
    return sums.stream().filter(sum -> sum.doing() == doing).max(Comparator.comparingDouble(Sum::millis));
  }

  private static double millis(List<Sum> sums, Doing doing) {
    return sums.stream().filter(sum -> sum.doing() == doing).mapToDouble(Sum::millis).sum();
  }
}
