package tenfold.app.lessons;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import tenfold.app.live.Workbench;
import tenfold.app.look.Texts;
import tenfold.lesson.Lesson;
import tenfold.lesson.LessonCard;
import tenfold.lesson.LessonLibrary;
import tenfold.lesson.LessonMistake;
import tenfold.lesson.Progress;

/// The lessons, how far the student is in each, and the one that is taken now. Knows no control.
public final class Course {
  private final Workbench workbench;
  private final Optional<Path> file;
  private final Consumer<String> messages;
  private final Progress progress;
  private List<LessonCard> cards = List.of();
  private boolean hasComplained;

  /// @param file where progress is kept; nowhere when it is empty
  /// @param messages where the student is told what went wrong
  public Course(Workbench workbench, Optional<Path> file, Consumer<String> messages) {
    this.workbench = workbench;
    this.file = file;
    this.messages = messages;
    this.progress = read();
    progress.broken().ifPresent(kept -> messages.accept(Texts.get("lesson.broken", kept)));
  }

  private Progress read() {
    try {
      return file.isPresent() ? Progress.read(file.get()) : Progress.none();
    } catch (IOException unreadable) {
      complain(unreadable);
      return Progress.none();
    }
  }

  /// All lessons, in the language of the window.
  public List<LessonCard> cards() {
    if (cards.isEmpty()) {
      cards = LessonLibrary.cards(Texts.language().tag(), messages);
    }
    return cards;
  }

  /// How far a lesson is.
  public Progress.Taken taken(String lesson) {
    return progress.of(lesson);
  }

  /// The lesson to go on with: the one taken last, as long as it is not passed, or else the first that is not.
  public String next() {
    return progress.last().filter(last -> cards().stream().anyMatch(card -> card.id().equals(last)))
        .filter(last -> !taken(last).isPassed())
        .or(() -> cards().stream().map(LessonCard::id).filter(id -> !taken(id).isPassed()).findFirst())
        .orElseGet(() -> cards().getFirst().id());
  }

  /// A lesson in the language of the window; when it is broken, the student is told.
  public Optional<Lesson> read(String lesson) {
    try {
      return Optional.of(LessonLibrary.shipped(lesson, Texts.language().tag()));
    } catch (LessonMistake mistake) {
      messages.accept(String.valueOf(mistake.getMessage()));
      return Optional.empty();
    }
  }

  /// Takes a lesson, where it was left; from now on each step of it is noted.
  public LessonRun take(Lesson lesson) {
    var run = new LessonRun(lesson, workbench,
        task -> Thread.ofPlatform().daemon().name("tenfold-check").start(task), Platform::runLater);
    run.resume(taken(lesson.id()));
    run.stepProperty().subscribe(() -> note(run));
    run.changesProperty().subscribe(() -> note(run));
    return run;
  }

  private void note(LessonRun run) {
    progress.note(run.lesson().id(), run.taken());
    file.ifPresent(target -> {
      try {
        progress.write(target);
        hasComplained = false;
      } catch (IOException unwritable) {
        complain(unwritable);
      }
    });
  }

  /// Says it once, not with every step.
  private void complain(IOException failure) {
    if (!hasComplained) {
      hasComplained = true;
      messages.accept(Texts.get("lesson.unwritable", file.map(Path::toString).orElse(""),
          String.valueOf(failure.getMessage())));
    }
  }
}
