package tenfold.app.canvas;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenfold.run.Fate;
import tenfold.run.Snapshot;

/// Requests as dots on their links. Every dot stands for the same number of calls, and each link and fate gets its
/// fair share: a dot starts whenever so many calls of that fate have ended on that link.
public final class Dots {
  /// Dots on the way at most.
  public static final int MAX_DOTS = 2_000;

  /// Wall time of a dot's way along its link.
  private static final double TRAVEL_SECONDS = 0.9;

  /// Dots on the busiest link at most: more would be a bar, not dots.
  private static final int MAX_ON_LINK = 48;

  /// Bursts shorter than this do not change what a dot stands for.
  private static final double SMOOTHING_SECONDS = 1.5;

  private static final int[] STEPS = {1, 2, 5};
  private static final Fate[] FATES = Fate.values();

  private final List<Dot> dots = new ArrayList<>();
  private final Map<String, long[]> started = new HashMap<>();
  private final Map<String, Traffic> traffic = new HashMap<>();
  private @Nullable Snapshot previous;
  private long callsPerDot = 1;
  private double sincePicture;

  /// One dot.
  static final class Dot {
    private final String from;
    private final String to;
    private final String link;
    private final Fate fate;
    private double way;

    Dot(String from, String to, Fate fate, double way) {
      this.from = from;
      this.to = to;
      this.link = LinkLayer.key(from, to);
      this.fate = fate;
      this.way = way;
    }

    String from() {
      return from;
    }

    String to() {
      return to;
    }

    /// The link that it is on, as a key of [LinkLayer#curves].
    String link() {
      return link;
    }

    Fate fate() {
      return fate;
    }

    /// Share of the way, 0 to 1; below 0 it has not started yet.
    double way() {
      return way;
    }
  }

  /// How many calls one dot stands for.
  public long callsPerDot() {
    return callsPerDot;
  }

  /// The dots on the way now.
  List<Dot> onTheWay() {
    return dots;
  }

  /// Lets `seconds` of wall time pass, and starts the dots for what has happened since the last picture.
  public void advance(double seconds, Snapshot now) {
    sincePicture += seconds;
    dots.forEach(dot -> dot.way += seconds / TRAVEL_SECONDS);
    dots.removeIf(dot -> dot.way >= 1);
    if (previous == null || now.nowNanos() < previous.nowNanos()) {
      forget(now);
    } else if (now != previous) {
      start(now, sincePicture);
      adapt(now, sincePicture);
      sincePicture = 0;
    }
    previous = now;
  }

  /// Takes all dots away, as when another run begins.
  private void forget(Snapshot now) {
    dots.clear();
    started.clear();
    traffic.clear();
    callsPerDot = 1;
    now.links().forEach(link -> started.put(key(link), counts(link)));
  }

  private void start(Snapshot now, double seconds) {
    for (var link : now.links()) {
      var done = started.computeIfAbsent(key(link), _ -> counts(link));
      for (var fate : FATES) {
        long fresh = link.counts().get(fate.ordinal()) - done[fate.ordinal()];
        int starting = (int) Math.min(MAX_DOTS - dots.size(), fresh / callsPerDot);
        for (int i = 0; i < starting; i++) {
          dots.add(new Dot(link.from(), link.to(), fate, -seconds / TRAVEL_SECONDS * i / starting));
        }
        done[fate.ordinal()] += fresh / callsPerDot * callsPerDot;
      }
    }
  }

  /// Keeps the dots on the busiest link below the limit, in round numbers of calls, without flicker between two.
  private void adapt(Snapshot now, double seconds) {
    double busiest = 0;
    for (var link : now.links()) {
      busiest = Math.max(busiest, traffic.computeIfAbsent(key(link), _ -> new Traffic()).smoothed(link, seconds));
    }
    double wanted = busiest * TRAVEL_SECONDS / MAX_ON_LINK;
    if (wanted > callsPerDot || roundUp(1.15 * wanted) < callsPerDot) {
      callsPerDot = roundUp(wanted);
    }
  }

  private static long roundUp(double wanted) {
    for (long power = 1; power < 1_000_000_000_000L; power *= 10) {
      for (int step : STEPS) {
        if (step * power >= wanted) {
          return step * power;
        }
      }
    }
    return Long.MAX_VALUE;
  }

  private static long[] counts(Snapshot.LinkView link) {
    return link.counts().stream().mapToLong(Long::longValue).toArray();
  }

  private static String key(Snapshot.LinkView link) {
    return LinkLayer.key(link.from(), link.to());
  }

  /// The calls on one link.
  private static final class Traffic {
    private long total = -1;
    private double callsPerSecond;
    private double smoothing = 1;

    /// Calls per second of wall time of late.
    double smoothed(Snapshot.LinkView link, double seconds) {
      long calls = link.counts().stream().mapToLong(Long::longValue).sum();
      if (total >= 0) {
        callsPerSecond += smoothing * ((calls - total) / Math.max(seconds, 1e-3) - callsPerSecond);
        smoothing = Math.min(1, seconds / SMOOTHING_SECONDS);
      }
      total = calls;
      return callsPerSecond;
    }
  }
}
