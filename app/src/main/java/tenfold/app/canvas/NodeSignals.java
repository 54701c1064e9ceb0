package tenfold.app.canvas;

import java.util.List;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.run.Fate;
import tenfold.run.Snapshot.LinkView;
import tenfold.run.Snapshot.NodeView;

/// What a card shows of what its node does, so slowly that it can be read; and what went wrong for so long that it can
/// be read. While time stands still, the numbers are those of this instant.
final class NodeSignals {
  /// Failed calls are a badge from this share of all on.
  private static final double LEAST_SHARE = 0.005;

  private final Smoothed utilisation = new Smoothed();
  private final Smoothed waiting = new Smoothed();
  private final Smoothed p95Ms = new Smoothed();
  private final Smoothed lagMs = new Smoothed();
  private final Smoothed calls = new Smoothed();
  private final Smoothed failed = new Smoothed();
  private final Held trouble = new Held();
  private final Held failures = new Held();
  private long callsBefore = -1;
  private long failedBefore;
  private long timesDownBefore = -1;

  /// Takes over what the node and the links to it do, `seconds` of wall time after the last time.
  void pulse(NodeView view, List<LinkView> links, double seconds, boolean isPlaying) {
    if (isPlaying) {
      utilisation.follow(view.utilisation(), seconds);
      waiting.follow(view.waiting(), seconds);
      p95Ms.follow(view.p95Ms(), seconds);
      lagMs.follow(view.lagMs(), seconds);
    } else {
      utilisation.jump(view.utilisation());
      waiting.jump(view.waiting());
      p95Ms.jump(view.p95Ms());
      lagMs.jump(view.lagMs());
    }
    count(links, isPlaying ? seconds : 0);
    // What came and went between two pictures is told by the count alone.
    long fallen = timesDownBefore < 0 ? 0 : view.timesDown() - timesDownBefore;
    timesDownBefore = view.timesDown();
    trouble.pulse(NodeText.isInTrouble(view) || fallen > 0,
        () -> NodeText.isInTrouble(view) ? NodeText.trouble(view) : NodeText.down(fallen, view.instances()), seconds);
    double share = failed.value() / Math.max(calls.value(), 1e-9);
    failures.pulse(share >= LEAST_SHARE, () -> Texts.get("badge.failed", Numbers.percent(share)), seconds);
  }

  private void count(List<LinkView> links, double seconds) {
    long all = 0;
    long bad = 0;
    for (var link : links) {
      for (var fate : Fate.values()) {
        all += link.counts().get(fate.ordinal());
      }
      bad += link.counts().get(Fate.FAILED.ordinal()) + link.counts().get(Fate.TIMED_OUT.ordinal());
    }
    if (callsBefore < 0 || all < callsBefore) {
      forget();
    } else if (seconds > 0) {
      calls.follow((all - callsBefore) / seconds, seconds);
      failed.follow((bad - failedBefore) / seconds, seconds);
    }
    callsBefore = all;
    failedBefore = bad;
  }

  /// Another run has begun.
  private void forget() {
    calls.jump(0);
    failed.jump(0);
    failures.forget();
    trouble.forget();
    timesDownBefore = -1;
  }

  /// Share of its processor in use, 0 to 1.
  double utilisation() {
    return utilisation.value();
  }

  /// How many wait at it.
  int waiting() {
    return (int) Math.round(waiting.value());
  }

  /// The 95th percentile of its response times; NaN when it had no calls.
  double p95Ms() {
    return p95Ms.value();
  }

  /// How far it is behind; NaN when it has nothing to follow.
  double lagMs() {
    return lagMs.value();
  }

  /// What is or was the matter with it.
  Held trouble() {
    return trouble;
  }

  /// What share of the calls to it fails or failed.
  Held failures() {
    return failures;
  }
}
