package tenfold.app.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import tenfold.scenario.Scenario;

/// The edits of a scenario, to undo and redo. It keeps earlier values; a value costs little, because unchanged nodes
/// are shared.
public final class EditHistory {
  private static final int MAX_EDITS = 1_000;
  private static final long SOON_NANOS = 1_500_000_000;

  private final Deque<Edit> done = new ArrayDeque<>();
  private final Deque<Edit> undone = new ArrayDeque<>();
  private final LongSupplier wallNanos;
  private Scenario current;
  private long lastNanos;

  /// When an edit and the last one of the same label are one step.
  public enum Joining {
    /// Never.
    ALONE,
    /// When the last one was made at most 1.5 s ago, as by presses of a key.
    SOON,
    /// Always, as the moves of one drag.
    DRAG
  }

  /// One step.
  ///
  /// @param label what it did, as in "Add Server 3"
  /// @param before the scenario before it
  /// @param after the scenario after it
  public record Edit(String label, Scenario before, Scenario after) {}

  /// A history that begins with `start`.
  ///
  /// @param wallNanos a clock of wall time
  public EditHistory(Scenario start, LongSupplier wallNanos) {
    current = start;
    this.wallNanos = wallNanos;
  }

  /// The scenario now.
  public Scenario current() {
    return current;
  }

  /// Makes an edit. What was undone before is lost.
  public void make(String label, Scenario after, Joining joining) {
    if (after.equals(current)) {
      return;
    }
    long now = wallNanos.getAsLong();
    var last = done.peekLast();
    if (last != null && last.label.equals(label) && undone.isEmpty() && joins(joining, now)) {
      done.removeLast();
      done.addLast(new Edit(label, last.before, after));
    } else {
      done.addLast(new Edit(label, current, after));
    }
    if (done.size() > MAX_EDITS) {
      done.removeFirst();
    }
    undone.clear();
    current = after;
    lastNanos = now;
  }

  /// Takes the last edit back.
  public Optional<Edit> undo() {
    var edit = Optional.ofNullable(done.pollLast());
    edit.ifPresent(taken -> {
      undone.addLast(taken);
      current = taken.before;
    });
    return edit;
  }

  /// Makes the last undone edit again.
  public Optional<Edit> redo() {
    var edit = Optional.ofNullable(undone.pollLast());
    edit.ifPresent(taken -> {
      done.addLast(taken);
      current = taken.after;
    });
    return edit;
  }

  /// The edit that [#undo] would take back.
  public Optional<Edit> undoable() {
    return Optional.ofNullable(done.peekLast());
  }

  /// The edit that [#redo] would make again.
  public Optional<Edit> redoable() {
    return Optional.ofNullable(undone.peekLast());
  }

  private boolean joins(Joining joining, long now) {
    return switch (joining) {
      case ALONE -> false;
      case SOON -> now - lastNanos <= SOON_NANOS;
      case DRAG -> true;
    };
  }
}
