package tenfold.app.canvas;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenfold.run.Snapshot;
import tenfold.run.Snapshot.LinkView;

/// How thick each link is drawn: by its calls per simulated second of late, logarithmically, because links differ by
/// factors of thousands.
final class LinkTraffic {
  private static final double THINNEST = 1.6;
  private static final double THICKEST = 7;

  /// What ten times as many calls add, in pixels at life size.
  private static final double PER_DECADE = 0.8;

  /// Widths are drawn in steps, so that a link is not drawn anew for a change that nobody sees.
  private static final double STEP = 0.2;

  private static final double INTERVAL_SECONDS = 0.25;

  private final Map<String, Smoothed> rates = new HashMap<>();
  private final Map<String, Long> before = new HashMap<>();
  private Map<String, Double> widths = new HashMap<>();
  private @Nullable Snapshot last;
  private double sinceLast;

  /// Takes over a picture, `seconds` of wall time after the last call; a few times a second the widths follow.
  ///
  /// @return whether a width is another one than before
  boolean follow(Snapshot now, double seconds) {
    sinceLast += seconds;
    var previous = last;
    boolean isAnew = previous == null || now.nowNanos() < previous.nowNanos();
    if (isAnew) {
      rates.clear();
      before.clear();
    } else if (sinceLast < INTERVAL_SECONDS || now.nowNanos() == previous.nowNanos()) {
      return false;
    }
    double passed = isAnew ? 0 : (now.nowNanos() - previous.nowNanos()) / 1e9;
    last = now;
    var wanted = new HashMap<String, Double>();
    for (var link : now.links()) {
      var key = LinkLayer.key(link.from(), link.to());
      long calls = calls(link);
      var done = before.put(key, calls);
      var rate = rates.computeIfAbsent(key, _ -> new Smoothed());
      if (done != null && passed > 0) {
        rate.follow((calls - done) / passed, sinceLast);
      }
      wanted.put(key, width(rate.value()));
    }
    sinceLast = 0;
    boolean isOther = !wanted.equals(widths);
    widths = wanted;
    return isOther;
  }

  /// How thick a link is, in pixels at life size.
  double width(String key) {
    return widths.getOrDefault(key, THINNEST);
  }

  /// How thick a link with so many calls a second is.
  static double width(double callsPerSecond) {
    if (!(callsPerSecond > 1)) {
      return THINNEST;
    }
    double width = THINNEST + PER_DECADE * Math.log10(callsPerSecond);
    return Math.min(THICKEST, Math.rint(width / STEP) * STEP);
  }

  private static long calls(LinkView link) {
    return link.counts().stream().mapToLong(Long::longValue).sum();
  }
}
