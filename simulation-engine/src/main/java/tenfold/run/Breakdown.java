package tenfold.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tenfold.run.Trace.Line;
import tenfold.run.Trace.Passage;

/// Where a request's response time went, without anything counted twice: at each instant it is that of the innermost
/// call under way; of calls made at the same time, that of one that works, else of the newest.
///
/// @param parts disjoint stretches of time, in order; together they are as long as the response time
public record Breakdown(List<Part> parts) {
  /// Copies the parts.
  public Breakdown {
    parts = List.copyOf(parts);
  }

  /// What is done in a stretch of time.
  public enum Doing {
    /// Something works for the request.
    WORKING,
    /// A message is on its way.
    NETWORK,
    /// The request waits for its turn, or for others.
    WAITING
  }

  /// A stretch of time.
  ///
  /// @param sinceNanos when it began
  /// @param untilNanos when it ended
  /// @param doing what was done
  /// @param call index of the call that it belongs to; [Trace#NONE] for time before and between the client's calls
  /// @param place where in the model, as in [Passage#place()]
  /// @param lines the lines of the co-op's code that were being run, the innermost first
  public record Part(long sinceNanos, long untilNanos, Doing doing, int call, String place, List<Line> lines) {
    /// Its length in milliseconds.
    public double millis() {
      return (untilNanos - sinceNanos) / 1e6;
    }
  }

  /// Parts of one kind at one place, together.
  ///
  /// @param instance the instance that the time was spent at, or the node where all its instances are taken together;
  ///     empty for the network, which is one
  /// @param doing what was done
  /// @param place where in the model
  /// @param millis how long in all
  /// @param sinceNanos when it began first
  public record Sum(String instance, Doing doing, String place, double millis, long sinceNanos) {}

  /// That of a trace.
  public static Breakdown of(Trace trace) {
    var starts = new TreeMap<Long, List<Stretch>>();
    var ends = new TreeMap<Long, List<Stretch>>();
    int[] depths = depths(trace);
    for (int call = 0; call < trace.spans().size(); call++) {
      for (var passage : trace.spans().get(call).passages()) {
        for (var stretch : stretches(passage, call, depths[call])) {
          starts.computeIfAbsent(stretch.part.sinceNanos(), _ -> new ArrayList<>()).add(stretch);
          ends.computeIfAbsent(stretch.part.untilNanos(), _ -> new ArrayList<>()).add(stretch);
        }
      }
    }
    starts.computeIfAbsent(trace.startNanos(), _ -> new ArrayList<>());
    ends.computeIfAbsent(trace.endNanos(), _ -> new ArrayList<>());
    return sweep(trace, starts, ends);
  }

  private static Breakdown sweep(
      Trace trace, TreeMap<Long, List<Stretch>> starts, TreeMap<Long, List<Stretch>> ends) {
    var moments = new TreeMap<Long, Boolean>();
    starts.keySet().forEach(nanos -> moments.put(nanos, true));
    ends.keySet().forEach(nanos -> moments.put(nanos, true));
    var active = new ArrayList<Stretch>();
    var parts = new ArrayList<Part>();
    for (long now : moments.keySet()) {
      active.removeAll(ends.getOrDefault(now, List.of()));
      active.addAll(starts.getOrDefault(now, List.of()));
      Long next = moments.higherKey(now);
      if (next != null && now >= trace.startNanos() && next <= trace.endNanos()) {
        var chosen = active.stream().max(Stretch.INNERMOST).map(Stretch::part)
            .orElse(new Part(now, next, Doing.WAITING, Trace.NONE, "", List.of()));
        add(parts, new Part(now, next, chosen.doing, chosen.call, chosen.place, chosen.lines));
      }
    }
    return new Breakdown(parts);
  }

  /// Adds a part, or makes the last one longer that it goes on with.
  private static void add(List<Part> parts, Part part) {
    var last = parts.isEmpty() ? null : parts.getLast();
    if (last != null && last.doing == part.doing && last.call == part.call && last.place.equals(part.place)
        && last.lines.equals(part.lines)) {
      parts.removeLast();
      parts.add(new Part(last.sinceNanos, part.untilNanos, part.doing, part.call, part.place, part.lines));
    } else {
      parts.add(part);
    }
  }

  /// The same time by instance, kind and place, the longest first.
  public List<Sum> sums(Trace trace) {
    var sums = new Sums();
    addTo(sums, trace, Trace.Span::instance);
    return sums.sorted(1);
  }

  /// How long requests took on average by node, kind and place, the longest first; each counts, be it at that place or
  /// not, so that the means add up to the mean response time.
  public static List<Sum> means(List<Trace> traces) {
    var sums = new Sums();
    traces.forEach(trace -> of(trace).addTo(sums, trace, Trace.Span::to));
    return sums.sorted(traces.size());
  }

  private void addTo(Sums sums, Trace trace, Function<Trace.Span, String> where) {
    for (var part : parts) {
      sums.add(new Sum(where(part, trace, where), part.doing, part.place, part.millis(), part.sinceNanos));
    }
  }

  private static String where(Part part, Trace trace, Function<Trace.Span, String> name) {
    return part.call == Trace.NONE || part.doing == Doing.NETWORK ? "" : name.apply(trace.spans().get(part.call));
  }

  /// The parts that make up a sum of [#sums].
  public List<Part> parts(Trace trace, Sum sum) {
    return parts.stream().filter(part -> part.doing == sum.doing && part.place.equals(sum.place)
        && where(part, trace, Trace.Span::instance).equals(sum.instance)).toList();
  }

  /// Adds up.
  private static final class Sums {
    private final Map<List<Object>, Sum> byPlace = new LinkedHashMap<>();

    void add(Sum more) {
      byPlace.merge(List.of(more.instance, more.doing, more.place), more, (one, other) ->
          new Sum(one.instance, one.doing, one.place, one.millis + other.millis, one.sinceNanos));
    }

    List<Sum> sorted(int shares) {
      return byPlace.values().stream()
          .map(sum -> new Sum(sum.instance, sum.doing, sum.place, sum.millis / shares, sum.sinceNanos))
          .sorted(Comparator.comparingDouble(Sum::millis).reversed())
          .toList();
    }
  }

  /// Milliseconds that passed while each line of a source file was being run, calls from there included.
  public Map<Integer, Double> millisByLine(String source) {
    var millis = new TreeMap<Integer, Double>();
    for (var part : parts) {
      part.lines.stream().filter(line -> line.source().equals(source)).mapToInt(Line::number).distinct()
          .forEach(number -> millis.merge(number, part.millis(), Double::sum));
    }
    return millis;
  }

  /// The line of a source file in which most of the time passed that was not passed in calls to others of its lines; 0
  /// when none took any.
  public int hottestLine(String source) {
    var own = new TreeMap<Integer, Double>();
    for (var part : parts) {
      part.lines.stream().filter(line -> line.source().equals(source)).findFirst()
          .ifPresent(line -> own.merge(line.number(), part.millis(), Double::sum));
    }
    return own.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(0);
  }

  private static int[] depths(Trace trace) {
    int[] depths = new int[trace.spans().size()];
    for (int call = 0; call < depths.length; call++) {
      int parent = trace.spans().get(call).parent();
      depths[call] = parent == Trace.NONE ? 0 : depths[parent] + 1;
    }
    return depths;
  }

  /// A passage as the waiting in it, and then its work or its way.
  private static List<Stretch> stretches(Passage passage, int call, int depth) {
    var stretches = new ArrayList<Stretch>(2);
    long workSince = passage.untilNanos() - passage.workNanos();
    if (workSince > passage.sinceNanos()) {
      stretches.add(new Stretch(new Part(
          passage.sinceNanos(), workSince, Doing.WAITING, call, passage.place(), passage.lines()), depth));
    }
    if (passage.untilNanos() > workSince) {
      stretches.add(new Stretch(new Part(workSince, passage.untilNanos(),
          passage.isNetwork() ? Doing.NETWORK : Doing.WORKING, call, passage.place(), passage.lines()), depth));
    }
    return stretches;
  }

  private record Stretch(Part part, int depth) {
    private static final Comparator<Stretch> INNERMOST = Comparator
        .comparingInt(Stretch::depth)
        .thenComparing(stretch -> stretch.part.doing != Doing.WAITING)
        .thenComparingLong(stretch -> stretch.part.sinceNanos);
  }
}
