package tenfold.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tenfold.app.lessons.Quantities;
import tenfold.experiment.Laboratory;
import tenfold.experiment.Laboratory.Watcher;
import tenfold.experiment.LaboratoryFailure;
import tenfold.lesson.Check;
import tenfold.lesson.Goal;
import tenfold.lesson.Lesson;
import tenfold.lesson.LessonLibrary;
import tenfold.lesson.LessonMistake;
import tenfold.lesson.Medal;
import tenfold.scenario.Nearest;

/// `tenfold check`: a design, judged by a lesson's goals.
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    sortOptions = false,
    description = "Judges a design by the goals of a lesson: exit code 0 when it meets all of them, 4 when not.")
final class CheckCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Parameters(index = "0", paramLabel = "LESSON",
      description = "number or name of a lesson (see `tenfold lessons`), or a lesson's folder")
  private String lesson = "";

  @Parameters(index = "1", paramLabel = "DESIGN", description = "a scenario: a file or a shipped name")
  private String design = "";

  @Option(names = "--stage", paramLabel = "STAGE",
      description = "by whose goals, in a lesson that is built in stages (default: the last)")
  private @Nullable String stage;

  @Option(names = "--replications", paramLabel = "N", defaultValue = "" + Check.REPLICATIONS,
      description = "independent runs of each goal, 2 to 1000 (default: ${DEFAULT-VALUE})")
  private int replications;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
      description = "decides all chance (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
      description = "table or json (default: ${DEFAULT-VALUE})")
  private Format format = Format.TABLE;

  CheckCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() throws InputProblem {
    if (replications < 2 || replications > 1_000) {
      throw new InputProblem("--replications must be between 2 and 1000, not " + replications + ".");
    }
    if (format == Format.CSV) {
      throw new InputProblem("check writes table or json, not csv.");
    }
    var taken = lesson();
    var goals = taken.goals(stage(taken));
    var scenario = ScenarioSource.open(design, err);
    try {
      var report = new Check(Laboratory.withAllCores(Watcher.NONE), replications, seed)
          .of(scenario.topology(), goals);
      if (format == Format.JSON) {
        json(taken, report);
      } else {
        table(taken, report);
      }
      return report.isPassed() ? Cli.OK : Cli.NOT_MET;
    } catch (LaboratoryFailure broken) {
      throw new InputProblem(broken.getMessage(), broken);
    }
  }

  private String stage(Lesson taken) throws InputProblem {
    var wanted = stage == null ? taken.lastStage() : stage;
    if (!taken.stages().contains(wanted)) {
      throw new InputProblem("--stage must be " + (taken.stages().size() == 1
          ? "left out: " + taken.id() + " is built in one." : "one of " + String.join(", ", taken.stages()) + ", not \""
          + wanted + "\"."));
    }
    return wanted;
  }

  private Lesson lesson() throws InputProblem {
    if (Files.isDirectory(Path.of(lesson))) {
      return read(() -> LessonLibrary.read(Path.of(lesson), "en"));
    }
    var ids = LessonLibrary.FOLDERS;
    var found = ids.stream().filter(id -> id.equals(lesson) || id.replaceFirst("^0*(\\d+)-.*", "$1").equals(lesson))
        .findFirst();
    if (found.isEmpty()) {
      throw new InputProblem("There is neither a lesson nor a folder \"" + lesson + "\""
          + Nearest.to(lesson, ids).map(near -> "; did you mean \"" + near + "\"?").orElse(".") + " Lessons are: "
          + String.join(", ", ids) + ".");
    }
    return read(() -> LessonLibrary.shipped(found.get(), "en"));
  }


  /// Reads a lesson.
  private interface Reading {
    Lesson read() throws LessonMistake;
  }

  private static Lesson read(Reading reading) throws InputProblem {
    try {
      return reading.read();
    } catch (LessonMistake mistake) {
      throw new InputProblem(mistake.getMessage(), mistake);
    }
  }

  private void table(Lesson taken, Check.Report report) {
    out.println("Lesson " + taken.number() + ": " + taken.title());
    for (var verdict : report.verdicts()) {
      out.println((verdict.isMet() ? "met     " : "not met ")
          + (verdict.goal().medal() == Medal.GOLD ? "for gold: " : "") + Quantities.wanted(verdict.goal())
          + taken.condition(verdict.goal()).map(words -> " (" + words + ")").orElse(""));
      var outcome = Quantities.outcome(verdict);
      if (!outcome.isEmpty()) {
        out.println("        " + outcome);
      }
    }
    out.println(Math.round(100 * report.share()) + " % of the points; " + report.requests() + " requests simulated.");
  }

  private void json(Lesson taken, Check.Report report) {
    var tree = JsonReport.object();
    tree.put("lesson", taken.id());
    tree.put("passed", report.isPassed());
    tree.put("gold", report.isPassed() && report.isGold());
    tree.put("share", report.share());
    tree.put("requests", report.requests());
    var goals = tree.putArray("goals");
    for (var verdict : report.verdicts()) {
      var goal = goals.addObject();
      goal.put("id", verdict.goal().id());
      goal.put("medal", verdict.goal().medal().name().toLowerCase(Locale.ROOT));
      goal.put("points", verdict.goal().points());
      goal.put("met", verdict.isMet());
      verdict.measured().ifPresent(measured -> {
        goal.put("measured", measured.mean());
        if (Double.isFinite(measured.halfWidth())) {
          goal.put("halfWidth", measured.halfWidth());
        }
      });
      if (verdict.goal() instanceof Goal.Measured measured) {
        goal.put("measure", measured.measure().toString());
        if (measured.atLeast() != Double.NEGATIVE_INFINITY) {
          goal.put("atLeast", measured.atLeast());
        }
        if (measured.atMost() != Double.POSITIVE_INFINITY) {
          goal.put("atMost", measured.atMost());
        }
      }
      if (!verdict.isMet() && verdict.measured().isEmpty()) {
        goal.put("reason", Quantities.outcome(verdict));
      }
      verdict.moment().ifPresent(moment -> {
        goal.put("worstAtSeconds", moment.seconds());
        goal.put("seed", moment.seed());
      });
    }
    JsonReport.print(tree, out);
  }
}
