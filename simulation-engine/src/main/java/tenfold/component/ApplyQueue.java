package tenfold.component;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import tenfold.kernel.Processor;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;

/// What follows a primary's log: changes on their way, to be applied by some workers, and shown in the order of the
/// log. Nothing is shown before all that was committed before it.
final class ApplyQueue {
  private final Simulation simulation;
  private final Site site;
  private final Processor processor;
  private final ToLongFunction<LogEntry> cost;
  private final Consumer<LogEntry> show;

  /// What is sent and not shown yet, in the order of the log.
  private final ArrayDeque<Shipped> toShow = new ArrayDeque<>();
  private final ArrayDeque<Shipped> toApply = new ArrayDeque<>();
  private final List<Wish> wishes = new ArrayList<>();
  private int workers = 1;
  private long shownPosition;
  private int applying;
  private int lives;
  private boolean isUp = true;
  private boolean isHeld;

  /// Somebody waits until a position is shown.
  private record Wish(long position, Promise<Boolean> shown) {}

  /// @param processor on what changes are applied
  /// @param cost how long that takes, in nanoseconds
  /// @param show shows a change; it is told of each once
  ApplyQueue(Site site, Processor processor, ToLongFunction<LogEntry> cost, Consumer<LogEntry> show) {
    this.simulation = site.simulation();
    this.site = site;
    this.processor = processor;
    this.cost = cost;
    this.show = show;
  }

  /// Changes that are applied at once, from now on.
  void workers(int most) {
    workers = most;
  }

  /// Begins after that position: what is still on its way from before is dropped.
  void begin(long position) {
    shownPosition = position;
    toApply.clear();
    var dropped = List.copyOf(toShow);
    toShow.clear();
    dropped.forEach(shipped -> {
      shipped.isDropped = true;
      shipped.onApplied.run();
    });
  }

  /// A change that arrives after a while.
  void receive(LogEntry entry, long delayNanos, Runnable onReceipt, Runnable onApplied) {
    var shipped = new Shipped(entry, onReceipt, onApplied);
    toShow.add(shipped);
    simulation.schedule(delayNanos, () -> arrive(shipped));
  }

  /// What has not arrived never does.
  void disconnect() {
    long received = received();
    toShow.removeIf(shipped -> {
      shipped.isDropped |= shipped.entry.position() > received;
      return shipped.isDropped;
    });
    toApply.removeIf(shipped -> shipped.isDropped);
  }

  /// Position of the newest change up to which all have arrived.
  long received() {
    long position = shownPosition;
    for (var shipped : toShow) {
      if (!shipped.isReceived) {
        break;
      }
      position = shipped.entry.position();
    }
    return position;
  }

  /// Age of the oldest change that is not shown, in nanoseconds.
  long lagNanos() {
    return toShow.isEmpty() ? 0 : simulation.nowNanos() - toShow.element().entry.commitNanos();
  }

  /// Suspends the calling process until that position is shown.
  ///
  /// @return whether it was in time
  boolean awaitShown(long position, long timeoutNanos) {
    if (shownPosition >= position) {
      return true;
    }
    var wish = new Wish(position, new Promise<>(simulation));
    wishes.add(wish);
    var timer = simulation.schedule(timeoutNanos, () -> wish.shown.complete(false));
    try {
      return wish.shown.await();
    } finally {
      timer.cancel();
      wishes.remove(wish);
    }
  }

  /// Shows at once whatever is there, as one does that is promoted.
  void showAll() {
    disconnect();
    toShow.forEach(this::show);
    toShow.clear();
    stop();
  }

  /// Nobody waits for anything any more.
  void release() {
    toShow.forEach(shipped -> {
      shipped.onReceipt.run();
      shipped.onApplied.run();
    });
  }

  /// The process ends: what was being applied is not.
  void stop() {
    isUp = false;
    lives++;
    applying = 0;
    toApply.clear();
  }

  /// Applies what had arrived and was not applied, and fetches what was missed.
  void start() {
    isUp = true;
    for (var shipped : new ArrayList<>(toShow)) {
      if (shipped.isReceived && !shipped.isApplied && !toApply.contains(shipped)) {
        toApply.add(shipped);
      } else if (shipped.isMissed) {
        arrive(shipped);
      }
    }
    applyMore();
  }

  /// Applies nothing more until it is let go; what arrives waits.
  void hold(boolean held) {
    isHeld = held;
    applyMore();
  }

  private void arrive(Shipped shipped) {
    if (shipped.isDropped) {
      return;
    }
    if (!isUp) {
      shipped.isMissed = true;
      return;
    }
    shipped.isMissed = false;
    shipped.isReceived = true;
    shipped.onReceipt.run();
    toApply.add(shipped);
    applyMore();
  }

  private void applyMore() {
    int life = lives;
    while (isUp && !isHeld && applying < workers && !toApply.isEmpty()) {
      var shipped = toApply.remove();
      applying++;
      processor.execute(cost.applyAsLong(shipped.entry), () -> {
        if (life == lives) {
          applying--;
          shipped.isApplied = true;
          showInOrder();
          applyMore();
        }
      });
    }
  }

  private void showInOrder() {
    while (!toShow.isEmpty() && toShow.element().isApplied) {
      show(toShow.remove());
    }
  }

  private void show(Shipped shipped) {
    show.accept(shipped.entry);
    shownPosition = shipped.entry.position();
    site.meter().lagged(simulation.nowNanos() - shipped.entry.commitNanos());
    shipped.onApplied.run();
    if (!wishes.isEmpty()) {
      wishes.stream().filter(wish -> wish.position <= shownPosition).forEach(wish -> wish.shown.complete(true));
    }
  }

  private static final class Shipped {
    private final LogEntry entry;
    private final Runnable onReceipt;
    private final Runnable onApplied;
    private boolean isMissed;
    private boolean isReceived;
    private boolean isApplied;
    private boolean isDropped;

    Shipped(LogEntry entry, Runnable onReceipt, Runnable onApplied) {
      this.entry = entry;
      this.onReceipt = onReceipt;
      this.onApplied = onApplied;
    }
  }
}
