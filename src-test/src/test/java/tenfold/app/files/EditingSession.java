package tenfold.app.files;

import java.nio.file.Path;
import java.util.Random;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench;
import tenfold.component.AppServer;
import tenfold.component.RedisCache;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;

/// A scripted student who edits and never saves, without a window: every edit, as the number of families, and when it
/// was made, stands on the standard output. He goes on until he is ended.
///
/// Arguments: the folder for copies, a seed.
public final class EditingSession {
  private EditingSession() {}

  /// The session.
  public static void main(String[] arguments) throws InterruptedException {
    var workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")));
    var documents = new Documents(workbench, FileChoice.none(), () -> null, new Silence(),
        new Keeping(Path.of(arguments[0]), new RecentFiles(java.util.Optional.empty()), false));
    var random = new Random(Long.parseLong(arguments[1]));
    for (int edit = 1; documents.recent().isEmpty(); edit++) {
      switch (random.nextInt(4)) {
        case 0 -> workbench.add(new AppServer(), random.nextInt(900), random.nextInt(600));
        case 1 -> workbench.add(new RedisCache(), random.nextInt(900), random.nextInt(600));
        case 2 -> workbench.undo();
        default -> workbench.stack("Server", 1 + random.nextInt(5));
      }
      workbench.families(1_000 + edit, Joining.ALONE);
      System.out.println(edit + " " + System.currentTimeMillis());
      workbench.pulse();
      Thread.sleep(random.nextInt(60));
    }
  }

  private static final class Silence implements Documents.Messages {
    @Override
    public void say(String sentence) {
      System.err.println(sentence);
    }

    @Override
    public Documents.Unsaved askUnsaved() {
      return Documents.Unsaved.CANCEL;
    }

    @Override
    public Documents.Changed askChanged(Path file) {
      return Documents.Changed.CANCEL;
    }
  }
}
