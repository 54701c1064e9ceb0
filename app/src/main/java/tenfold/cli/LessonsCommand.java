package tenfold.cli;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tenfold.lesson.LessonLibrary;

/// `tenfold lessons`: the course.
@Command(
    name = "lessons",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    description = "Lists the lessons: number, name, title, minutes and goals.")
final class LessonsCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  LessonsCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    var library = LessonLibrary.shipped("en");
    var table = new TextTable(true, "lesson", "name", "title", "time|min", "goals");
    for (var lesson : library.lessons()) {
      table.add(Integer.toString(lesson.number()), lesson.id(), lesson.title(), Integer.toString(lesson.minutes()),
          Integer.toString(lesson.goals().size()));
    }
    table.lines().forEach(out::println);
    library.mistakes().forEach(err::println);
    return library.mistakes().isEmpty() ? Cli.OK : Cli.PROBLEM;
  }
}
