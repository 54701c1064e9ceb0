package tenfold.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tenfold.component.Families;
import tenfold.component.TracePoint;
import tenfold.topology.Topology;

/// A recorded trace as comma-separated values, to be replayed. The head is either `time_s,rate_per_s`, and each line
/// then a time from which on a rate holds; or `time_s`, and each line then the time of one request. Requests are
/// counted by the second, or by several when that made more than [#MAX_POINTS] points.
public final class TraceFile {
  /// Most points that a scenario takes.
  public static final int MAX_POINTS = 10_000;

  /// Latest time: two days.
  private static final double MAX_SECONDS = 2 * Scenario.MAX_SECONDS;
  private static final double MAX_RATE = 1e6;
  private static final long MAX_BYTES = 50_000_000;
  private static final String RATES = "time_s,rate_per_s";
  private static final String TIMES = "time_s";

  private TraceFile() {}

  /// Reads a file.
  public static List<TracePoint> read(Path file) throws UnreadableText {
    return parse(UnreadableText.read(file, MAX_BYTES, "recorded trace"), file.toString());
  }

  /// The same system in which the families come as recorded. Several nodes of families share the recorded rate in
  /// proportion to their numbers.
  public static Topology replaying(Topology topology, List<TracePoint> recorded) {
    double all = topology.familyCount();
    return new Topology(topology.nodes().stream()
        .map(node -> node.component() instanceof Families families
            ? node.with(families.replaying(share(recorded, families.population() / all))) : node)
        .toList(), topology.links());
  }

  /// Reads the text of a file; `source` is its name for error messages.
  private static List<TracePoint> parse(String text, String source) throws UnreadableText {
    var lines = text.lines().toList();
    var head = lines.isEmpty() ? "" : lines.getFirst().replace("\uFEFF", "").replace(" ", "");
    if (!head.equals(RATES) && !head.equals(TIMES)) {
      throw new UnreadableText(source + ", line 1: the head must be \"" + RATES + "\" or \"" + TIMES + "\", not \""
          + UnreadableText.shortened(head) + "\". Write it as the first line.");
    }
    var points = new ArrayList<TracePoint>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        var place = source + ", line " + (i + 1) + ": ";
        var point = point(lines.get(i), head, place);
        mustFollow(points, point, head, place);
        points.add(point);
      }
    }
    return checked(head.equals(RATES) ? points : counted(points), source);
  }

  /// A line; a request's time is a point without a rate.
  private static TracePoint point(String line, String head, String place) throws UnreadableText {
    var cells = line.split(",", -1);
    int columns = head.equals(RATES) ? 2 : 1;
    if (cells.length != columns) {
      throw new UnreadableText(place + "there must be " + (columns == 2 ? "two values" : "one value") + ", not "
          + cells.length + ". Write a line as the head says: " + head);
    }
    double time = UnreadableText.number(cells[0].strip(), place + "time_s", 0, MAX_SECONDS);
    return new TracePoint(time,
        columns == 1 ? 0 : UnreadableText.number(cells[1].strip(), place + "rate_per_s", 0, MAX_RATE));
  }

  /// A rate begins once; several requests may come at the same time.
  private static void mustFollow(List<TracePoint> before, TracePoint point, String head, String place)
      throws UnreadableText {
    double last = before.isEmpty() ? Double.NEGATIVE_INFINITY : before.getLast().timeSeconds();
    if (head.equals(RATES) && point.timeSeconds() <= last) {
      throw new UnreadableText(place + "time_s must be later than that of the line before. Sort the lines by time, "
          + "each time once.");
    }
    if (point.timeSeconds() < last) {
      throw new UnreadableText(place + "time_s must be no earlier than that of the line before. "
          + "Sort the lines by time.");
    }
  }

  private static List<TracePoint> checked(List<TracePoint> points, String source) throws UnreadableText {
    if (points.stream().noneMatch(point -> point.ratePerSecond() > 0)) {
      throw new UnreadableText(source + ": no request comes in this trace. Record one with requests in it.");
    }
    if (points.size() > MAX_POINTS) {
      throw new UnreadableText(source + ": there are " + points.size() + " lines, and a scenario takes " + MAX_POINTS
          + ". Record a rate for longer times each.");
    }
    return List.copyOf(points);
  }

  /// Requests a second, second by second, with none after the last.
  private static List<TracePoint> counted(List<TracePoint> requests) {
    var points = new ArrayList<TracePoint>();
    if (!requests.isEmpty()) {
      double span = requests.getLast().timeSeconds() - requests.getFirst().timeSeconds();
      long width = 1 + (long) (span / (MAX_POINTS - 2));
      long from = (long) requests.getFirst().timeSeconds();
      for (int next = 0; next < requests.size(); from += width) {
        int before = next;
        while (next < requests.size() && requests.get(next).timeSeconds() < from + width) {
          next++;
        }
        points.add(new TracePoint(from, (double) (next - before) / width));
      }
      points.add(new TracePoint(Math.min(from, MAX_SECONDS), 0));
    }
    return points;
  }

  private static List<TracePoint> share(List<TracePoint> recorded, double share) {
    return share == 1 ? recorded : recorded.stream()
        .map(point -> new TracePoint(point.timeSeconds(), point.ratePerSecond() * share)).toList();
  }
}
