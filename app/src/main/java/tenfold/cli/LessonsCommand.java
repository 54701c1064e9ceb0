package tenfold.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tenfold.app.files.Keeping;
import tenfold.lesson.LessonCard;
import tenfold.lesson.LessonLibrary;
import tenfold.lesson.Medal;
import tenfold.lesson.Progress;

/// `tenfold lessons`: the course.
@Command(
    name = "lessons",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    description = "Lists the lessons: number, name, title, minutes, goals, and how far you are in each.")
final class LessonsCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Option(names = "--progress", paramLabel = "FILE",
      description = "where it is kept how far you are (default: where the window keeps it)")
  private @Nullable Path file;

  LessonsCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws InputProblem {
    var mistakes = new ArrayList<String>();
    var cards = LessonLibrary.cards("en", mistakes::add);
    var progress = progress();
    var table = new TextTable(true, "lesson", "name", "title", "time|min", "goals", "so far");
    for (var lesson : cards) {
      table.add(Integer.toString(lesson.number()), lesson.id(), lesson.title(), Integer.toString(lesson.minutes()),
          Integer.toString(lesson.goals()), state(lesson, progress.of(lesson.id())));
    }
    table.lines().forEach(out::println);
    mistakes.forEach(err::println);
    return mistakes.isEmpty() ? Cli.OK : Cli.PROBLEM;
  }

  private Progress progress() throws InputProblem {
    var place = Optional.ofNullable(file).or(Keeping.ofUser()::progress);
    try {
      var progress = place.isPresent() ? Progress.read(place.get()) : Progress.none();
      progress.broken().ifPresent(kept -> err.println("The progress in " + place.get()
          + " could not be read. It is kept as " + kept + ", and the lessons begin anew."));
      return progress;
    } catch (IOException unreadable) {
      throw new InputProblem("The progress in " + place.get() + " cannot be read: " + unreadable.getMessage() + ".",
          unreadable);
    }
  }

  private static String state(LessonCard lesson, Progress.Taken taken) {
    var medal = lesson.medal(taken);
    return medal != Medal.NONE ? medal.name().toLowerCase(Locale.ROOT)
        : taken.step() > 0 ? "step " + (taken.step() + 1) + " of " + lesson.steps() : "";
  }
}
