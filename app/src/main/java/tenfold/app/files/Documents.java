package tenfold.app.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import tenfold.app.live.Workbench;
import tenfold.app.look.EngineText;
import tenfold.app.look.Texts;
import tenfold.scenario.Gallery;
import tenfold.scenario.PriceList;
import tenfold.scenario.Scenario;
import tenfold.scenario.ScenarioDocument;
import tenfold.scenario.ScenarioFile;
import tenfold.scenario.TraceFile;
import tenfold.scenario.UnreadableScenario;
import tenfold.scenario.UnreadableText;

/// Opens and saves the workbench's scenario, and reads what else it takes from files. What goes wrong is said in one
/// sentence and changes nothing.
public final class Documents implements AutoCloseable {
  private final Workbench workbench;
  private final FileChoice choice;
  private final Supplier<@Nullable Window> owner;
  private final Messages messages;
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<PriceList> prices = new ReadOnlyObjectWrapper<>(PriceList.standard());
  private final Keeping keeping;
  private final Autosave autosave;
  private Optional<Path> file = Optional.empty();
  private Optional<HeldLock> claim = Optional.empty();
  private Optional<String> stamp = Optional.empty();

  /// What shall become of edits that are not saved.
  public enum Unsaved {
    /// They are saved first.
    SAVE,
    /// They are lost.
    DISCARD,
    /// The user stays.
    CANCEL
  }

  /// What shall become of a file that somebody else has written meanwhile.
  public enum Changed {
    /// It is written over.
    OVERWRITE,
    /// The edits go to another file.
    SAVE_AS,
    /// Nothing is saved.
    CANCEL
  }

  /// Says something to the user.
  public interface Messages {
    /// Says one sentence that must not be overlooked.
    void say(String sentence);

    /// Asks what shall become of edits that are not saved.
    Unsaved askUnsaved();

    /// Asks what shall become of a file that somebody else has written since it was opened.
    Changed askChanged(Path file);
  }

  /// @param owner window that dialogs belong to
  public Documents(Workbench workbench, FileChoice choice, Supplier<@Nullable Window> owner, Messages messages,
      Keeping keeping) {
    this.workbench = workbench;
    this.choice = choice;
    this.owner = owner;
    this.messages = messages;
    this.keeping = keeping;
    this.autosave = new Autosave(keeping.copies(), sentence -> Platform.runLater(() -> messages.say(sentence)));
    workbench.topologyProperty().addListener((_, _, _) -> edited());
    workbench.faultsProperty().addListener((_, _, _) -> edited());
    workbench.framesProperty().addListener((_, _, _) -> edited());
    workbench.openedProperty().addListener((_, _, _) -> forget());
  }

  /// What happened to the file last; empty when nothing since the last edit.
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /// What things cost: as shipped, or as the file says that was chosen last.
  public ReadOnlyObjectProperty<PriceList> pricesProperty() {
    return prices.getReadOnlyProperty();
  }

  /// Asks for a file and opens it.
  public void open() {
    if (mayLeave()) {
      choice.open(window()).ifPresent(this::open);
    }
  }

  /// Opens a file; a file that cannot be read changes nothing.
  public void open(Path chosen) {
    try {
      var document = ScenarioFile.read(chosen);
      workbench.open(document);
      belongsTo(chosen);
      status.set(Texts.get("status.opened", chosen.getFileName()));
      if (!document.warnings().isEmpty()) {
        messages.say(document.warnings().stream().map(EngineText::ofFile).collect(Collectors.joining("\n")));
      }
    } catch (UnreadableScenario unreadable) {
      messages.say(EngineText.ofFile(String.valueOf(unreadable.getMessage())));
    }
  }

  /// A scenario from a file, with the file's name.
  ///
  /// @param name of the file, without its folder
  /// @param scenario what it has
  public record Other(String name, Scenario scenario) {}

  /// Asks for a file and reads it without opening it; a file that cannot be read is said.
  public Optional<Other> readOther() {
    return choice.open(window()).flatMap(chosen -> {
      try {
        return Optional.of(new Other(chosen.getFileName().toString(), ScenarioFile.read(chosen).scenario()));
      } catch (UnreadableScenario unreadable) {
        messages.say(unreadable.getMessage());
        return Optional.empty();
      }
    });
  }

  /// Asks for a recorded trace and lets the families come as it says; a file that cannot be read changes nothing.
  public void replayTrace() {
    choice.openTrace(window()).ifPresent(chosen -> {
      try {
        workbench.replay(TraceFile.read(chosen));
      } catch (UnreadableText unreadable) {
        messages.say(EngineText.ofFile(String.valueOf(unreadable.getMessage())));
      }
    });
  }

  /// Asks for a price list, which holds until the window is closed, whatever is opened; a file that cannot be read
  /// changes nothing, and an empty one brings the shipped prices back.
  public void usePrices() {
    choice.openPrices(window()).ifPresent(chosen -> {
      try {
        prices.set(PriceList.read(chosen));
        status.set(Texts.get("status.prices", chosen.getFileName()));
      } catch (UnreadableText unreadable) {
        messages.say(EngineText.ofFile(String.valueOf(unreadable.getMessage())));
      }
    });
  }

  /// Something that can be written to a file.
  public interface Export {
    /// Writes it.
    void write(Path target) throws IOException;
  }

  /// Asks for a file and writes something else than the scenario to it; a file that cannot be written is said.
  ///
  /// @param suggestedName without ending
  /// @param ending as in ".png"
  public void export(String suggestedName, String ending, Export export) {
    choice.export(window(), fileName(suggestedName), ending).ifPresent(chosen -> write(chosen, target -> {
      export.write(target);
      status.set(Texts.get("status.exported", target.getFileName()));
    }));
  }

  /// Where the progress in the lessons is kept; empty when it is not.
  public Optional<Path> progress() {
    return keeping.progress();
  }

  /// Tells the user something that he should know.
  public void tell(String sentence) {
    messages.say(sentence);
  }

  /// Where attempts of experiments are kept; empty when they are not.
  public Optional<Path> attempts() {
    return keeping.attempts();
  }

  /// Writes something that nobody is asked for; what cannot be written is said.
  public void write(Path target, Export export) {
    try {
      export.write(target);
    } catch (IOException failure) {
      messages.say(Texts.get("files.unwritable", target, Reason.of(failure)));
    }
  }

  /// Opens a shipped scenario.
  public void openShipped(String name) {
    if (mayLeave()) {
      workbench.open(ScenarioDocument.of(Gallery.scenario(name)));
    }
  }

  /// Saves to the file that was opened or saved last, or asks for one; returns whether it is saved then.
  public boolean save() {
    if (file.isEmpty()) {
      return saveAs();
    }
    var present = stampOf(file.get());
    if (present.isEmpty() || present.equals(stamp)) {
      return save(file.get());
    }
    return switch (messages.askChanged(file.get())) {
      case OVERWRITE -> save(file.get());
      case SAVE_AS -> saveAs();
      case CANCEL -> false;
    };
  }

  /// Asks for a file and saves to it; returns whether it is saved then.
  public boolean saveAs() {
    return choice.save(window(), fileName(workbench.document().scenario().title())).filter(this::save).isPresent();
  }

  /// Whether the present system may be left: it is saved, now or before, or the user says that its edits may be lost.
  public boolean mayLeave() {
    return !workbench.isEdited() || switch (messages.askUnsaved()) {
      case SAVE -> save();
      case DISCARD -> true;
      case CANCEL -> false;
    };
  }

  /// Says a sentence to the user.
  public void say(String sentence) {
    messages.say(sentence);
  }

  /// What is opened without a file, such as a lesson's system, must not be saved over the file from before.
  private void forget() {
    file = Optional.empty();
    claim.ifPresent(HeldLock::close);
    claim = Optional.empty();
    status.set("");
    autosave.forget();
  }

  private void edited() {
    status.set("");
    if (workbench.isEdited()) {
      autosave.keep(workbench.document(), file);
    } else {
      autosave.forget();
    }
  }

  /// The present system is that of a file from now on. Whoever has it open in another window too is told.
  private void belongsTo(Path chosen) {
    if (!file.equals(Optional.of(chosen))) {
      claim.ifPresent(HeldLock::close);
      claim = Optional.empty();
      try {
        claim = HeldLock.take(keeping.lockOf(chosen));
        if (claim.isEmpty()) {
          messages.say(Texts.get("files.elsewhere", chosen.getFileName()));
        }
      } catch (IOException unwritable) {
        // Without a place for locks nobody can tell; the autosave has told that there is none.
      }
    }
    file = Optional.of(chosen);
    stamp = stampOf(chosen);
    keeping.recent().add(chosen);
  }

  /// What tells whether somebody has written a file since; empty when there is none.
  private static Optional<String> stampOf(Path file) {
    try {
      return Optional.of(Files.size(file) + " " + Files.getLastModifiedTime(file));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// The files that were opened or saved last, newest first, as far as they are there.
  public List<Path> recent() {
    return keeping.recent().files().stream().filter(Files::isRegularFile).toList();
  }

  /// Work that was left by a program that ended without asking, the newest first.
  public List<Autosave.Leftover> leftovers() {
    return Autosave.leftovers(keeping.copies());
  }

  /// Brings left work back, as edits that are not saved.
  public void bringBack(Autosave.Leftover leftover) {
    if (!mayLeave()) {
      return;
    }
    try {
      workbench.openUnsaved(leftover.read());
      leftover.origin().filter(Files::exists).ifPresent(this::belongsTo);
      edited();
      status.set(Texts.get("status.broughtBack"));
      leftover.discard();
    } catch (UnreadableScenario unreadable) {
      messages.say(EngineText.ofFile(String.valueOf(unreadable.getMessage())));
    } catch (IOException failure) {
      messages.say(Texts.get("files.unwritable", leftover.copy(), Reason.of(failure)));
    }
  }

  /// Throws left work away.
  public void throwAway(Autosave.Leftover leftover) {
    try {
      leftover.discard();
    } catch (IOException failure) {
      messages.say(Texts.get("files.unwritable", leftover.copy(), Reason.of(failure)));
    }
  }

  /// The window closes: what is not saved by now is not wanted.
  @Override
  public void close() {
    claim.ifPresent(HeldLock::close);
    autosave.close();
  }

  private boolean save(Path chosen) {
    try {
      ScenarioFile.write(chosen, workbench.document());
      workbench.saved();
      belongsTo(chosen);
      autosave.forget();
      status.set(Texts.get("status.saved", chosen.getFileName()));
      return true;
    } catch (IOException failure) {
      messages.say(Texts.get("files.unwritable", chosen, Reason.of(failure)));
      return false;
    }
  }

  private static String fileName(String title) {
    return title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private Window window() {
    var window = owner.get();
    if (window == null) {
      throw new IllegalStateException("open the window before its dialogs");
    }
    return window;
  }
}
