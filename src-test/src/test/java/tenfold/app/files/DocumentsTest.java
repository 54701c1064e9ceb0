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
  private final Documents documents = new Documents(workbench, FileChoice.none(), () -> null, answers,
      Keeping.apart());
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
    documents.close();
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

  /// Somebody else has written the file since it was opened: nothing is written over without a question.
  @Test
  void aFileThatSomebodyElseHasWrittenIsNotOverwrittenUnasked() throws IOException, UnreadableScenario {
    ScenarioFile.write(file, ScenarioDocument.of(Gallery.scenario("sample-scaled")));
    assertFalse(documents.save());
    assertEquals(1, answers.asked);
    assertEquals(1_000, ScenarioFile.read(file).scenario().topology().familyCount(), "it is as the other left it");
    answers.changed = Documents.Changed.OVERWRITE;
    assertTrue(documents.save());
    assertEquals(77, ScenarioFile.read(file).scenario().topology().familyCount());
    workbench.families(78, Joining.ALONE);
    assertTrue(documents.save());
    assertEquals(2, answers.asked, "one's own saving is no change by others");
  }

  @Test
  void aFileThatIsOpenInTwoWindowsIsNoticed() {
    var other = new Workbench(ScenarioDocument.of(Gallery.scenario("growth-crisis")));
    var told = new Answers();
    try (var second = new Documents(other, FileChoice.none(), () -> null, told, Keeping.apart())) {
      second.open(file);
      assertEquals(List.of("mine.tenfold is open in another window too. Whoever saves last wins; "
          + "save one of them under another name to keep both."), told.said);
      assertTrue(answers.said.isEmpty());
    }
    other.close();
  }

  private static final class Answers implements Documents.Messages {
    private final List<String> said = new ArrayList<>();
    private Unsaved next = Unsaved.CANCEL;
    private Documents.Changed changed = Documents.Changed.CANCEL;
    private int asked;

    @Override
    public void say(String sentence) {
      said.add(sentence);
    }

    @Override
    public Unsaved askUnsaved() {
      return next;
    }

    @Override
    public Documents.Changed askChanged(Path file) {
      asked++;
      return changed;
    }
  }
}
