package tenfold.app.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenfold.app.files.Documents.Unsaved;
import tenfold.app.live.EditHistory.Joining;
import tenfold.app.live.Workbench;
import tenfold.scenario.Gallery;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScenarioFile;
import tenfold.scenario.UnreadableScenario;

/// What becomes of unsaved edits, without a window.
final class DocumentsTest {
  @TempDir Path folder;
  private final Workbench workbench = new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")));
  private final Answers answers = new Answers();
  private final Documents documents = new Documents(workbench, FileChoice.none(), () -> null, answers);
  private Path file;

  @BeforeEach
  void openAFileAndEdit() throws IOException {
    file = Files.createDirectory(folder.resolve("mine")).resolve("mine.tenfold");
    ScenarioFile.write(file, workbench.document());
    documents.open(file);
    workbench.families(77, Joining.ALONE);
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  @Test
  void saveReallySavesBeforeLeaving() throws UnreadableScenario {
    answers.next = Unsaved.SAVE;
    assertTrue(documents.mayLeave());
    assertEquals(77, ScenarioFile.read(file).scenario().topology().familyCount());
    assertFalse(workbench.isEdited());
  }

  @Test
  void whatCannotBeSavedIsNotLeft() throws IOException {
    Files.delete(file);
    Files.delete(file.getParent());
    answers.next = Unsaved.SAVE;
    documents.openShipped("sample-scaled");
    assertEquals(77, workbench.families());
    assertTrue(workbench.isEdited());
    assertEquals(1, answers.said.size(), answers.said.toString());
  }

  @Test
  void discardLosesTheEditsAndCancelKeepsThem() throws UnreadableScenario {
    answers.next = Unsaved.CANCEL;
    documents.openShipped("sample-scaled");
    assertEquals(77, workbench.families());
    answers.next = Unsaved.DISCARD;
    documents.openShipped("sample-scaled");
    assertEquals(1_000, workbench.families());
    assertEquals(10, ScenarioFile.read(file).scenario().topology().familyCount());
  }

  /// A lesson opens its system past the documents; Save must not write it over the student's own file.
  @Test
  void whatIsOpenedWithoutAFileIsNotSavedOverTheFileFromBefore() throws UnreadableScenario {
    answers.next = Unsaved.SAVE;
    documents.save();
    workbench.open(ScenarioDocument.of(Gallery.scenario("n-plus-one")));
    workbench.families(5, Joining.ALONE);
    try {
      documents.save();
    } catch (IllegalStateException asksForAFile) {
      assertTrue(asksForAFile.getMessage().contains("dialogs"));
    }
    assertEquals(77, ScenarioFile.read(file).scenario().topology().familyCount());
  }

  private static final class Answers implements Documents.Messages {
    private final List<String> said = new ArrayList<>();
    private Unsaved next = Unsaved.CANCEL;

    @Override
    public void say(String sentence) {
      said.add(sentence);
    }

    @Override
    public Unsaved askUnsaved() {
      return next;
    }
  }
}
