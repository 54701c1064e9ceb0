package tenfold.app.live;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tenfold.topology.Topology;

/// The edits of a topology, to undo and redo. It keeps earlier values; a value costs little, because unchanged nodes
/// are shared.
public final class EditHistory {
  private static final int MAX_EDITS = 1_000;

  private final Deque<Edit> done = new ArrayDeque<>();
  private final Deque<Edit> undone = new ArrayDeque<>();
  private Topology current;

  /// One step.
  ///
  /// @param label what it did, as in "Add Server 3"
  /// @param before the topology before it
  /// @param after the topology after it
  public record Edit(String label, Topology before, Topology after) {}

  /// A history that begins with `start`.
  public EditHistory(Topology start) {
    current = start;
  }

  /// The topology now.
  public Topology current() {
    return current;
  }

  /// Makes an edit. What was undone before is lost.
  ///
  /// @param joins whether it continues the last edit of the same label, as each step of a drag does
  public void make(String label, Topology after, boolean joins) {
    if (after.equals(current)) {
      return;
    }
    var last = done.peekLast();
    if (joins && last != null && last.label.equals(label) && undone.isEmpty()) {
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
}
