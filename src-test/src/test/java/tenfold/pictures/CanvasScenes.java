package tenfold.pictures;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenfold.app.Window;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Editing;
import tenfold.app.live.Workbench.Selection;

/// What is to be seen of editing on the canvas.
final class CanvasScenes {
  private CanvasScenes() {}

  /// A region around the data and a note.
  static void frames(Window window) {
    var editing = new Editing(window.workbench());
    select(window, "Cache", "Primary", "Replicas");
    editing.change(editing.addFrame(0, 0), frame -> frame.named("Data"), Joining.ALONE);
    var note = editing.addNote(60, 20);
    editing.change(note, frame -> frame.named("Look here")
        .saying("The replicas answer most reads. What happens to a name that was just changed?"), Joining.ALONE);
    window.workbench().select(Selection.NONE);
    window.controller().fit();
  }

  /// Several nodes are selected.
  static void several(Window window) {
    select(window, "Servers", "Cache", "Primary");
  }

  private static void select(Window window, String... names) {
    window.workbench().select(new Selection(new LinkedHashSet<>(List.of(names)), Optional.empty(), Set.of()));
  }
}
