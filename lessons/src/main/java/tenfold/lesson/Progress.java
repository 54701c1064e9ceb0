package tenfold.lesson;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenfold.stats.Interval;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How far a student is in the course: one small file of JSON. What a newer version of the program has written into it
/// and this one does not know stays in it.
public final class Progress {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String LESSONS = "lessons";

  private final ObjectNode tree;
  private final Optional<Path> broken;

  /// How far one lesson is.
  ///
  /// @param step index of the step that is taken next
  /// @param said what was said to each step, by its index
  /// @param share the best share of the goals' points so far, 0 to 1
  /// @param isForetold whether the forecast of the silver medal was right once
  /// @param isGold whether the goals for gold were met once
  /// @param attempts how often a system was judged, and a forecast was made
  /// @param design the system that was being built, as text of a scenario's file; empty when there is none yet
  /// @param stages how far each stage is, by its name; only in lessons that have several
  public record Taken(int step, Map<Integer, Said> said, double share, boolean isForetold, boolean isGold, int attempts,
      String design, Map<String, Stage> stages) {
    /// Not begun.
    public static final Taken NOT_YET = new Taken(0, Map.of(), 0, false, false, 0, "", Map.of());

    /// Copies the maps.
    public Taken {
      said = Map.copyOf(said);
      stages = Map.copyOf(stages);
    }

    /// Whether all goals were met once.
    public boolean isPassed() {
      return share >= 1;
    }
  }

  /// How far one stage of a lesson is.
  ///
  /// @param share the best share of its goals' points so far, 0 to 1
  /// @param isGold whether its goals for gold were met once
  public record Stage(double share, boolean isGold) {
    /// Not begun.
    public static final Stage NOT_YET = new Stage(0, false);

    /// What is best of both.
    public Stage or(Stage other) {
      return new Stage(Math.max(share, other.share), isGold || other.isGold);
    }
  }

  /// What was said to a step.
  ///
  /// @param numbers what was predicted, or the index of the answer
  /// @param words what was said in words of one's own
  /// @param measured what the runs of a prediction showed; empty for other steps
  public record Said(List<Double> numbers, String words, List<Interval> measured) {
    /// Copies the lists.
    public Said {
      numbers = List.copyOf(numbers);
      measured = List.copyOf(measured);
    }
  }

  private Progress(ObjectNode tree, Optional<Path> broken) {
    this.tree = tree;
    this.broken = broken;
  }

  /// Nothing done yet.
  public static Progress none() {
    return anew(Optional.empty());
  }

  private static Progress anew(Optional<Path> broken) {
    return new Progress(MAPPER.createObjectNode().put("version", 1), broken);
  }

  /// Reads a file. One that is not there or cannot be read is like none; the latter is kept beside with the ending
  /// ".broken", so that nothing is lost.
  ///
  /// @throws IOException when the file is there and the disk does not give it
  public static Progress read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return none();
    }
    try {
      if (MAPPER.readTree(Files.readString(file)) instanceof ObjectNode tree) {
        return new Progress(tree, Optional.empty());
      }
    } catch (JacksonException | CharacterCodingException unreadable) {
      // It is kept beside, as any other file that holds no progress; whoever reads it can tell the student.
    }
    var beside = file.resolveSibling(file.getFileName() + ".broken");
    Files.move(file, beside, StandardCopyOption.REPLACE_EXISTING);
    return anew(Optional.of(beside));
  }

  /// Writes it so that a crash leaves the old file or the new one, and never half of one.
  ///
  /// @throws IOException when it cannot be written; the old file stays
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var beside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(beside, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n",
          StandardCharsets.UTF_8);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /// Where the file is kept that could not be read; empty when there was none.
  public Optional<Path> broken() {
    return broken;
  }

  /// The lesson that was taken last.
  public Optional<String> last() {
    return Optional.of(tree.path("last").asString("")).filter(id -> !id.isEmpty());
  }

  /// How far a lesson is.
  public Taken of(String lesson) {
    var found = tree.path(LESSONS).path(lesson);
    if (!found.isObject()) {
      return Taken.NOT_YET;
    }
    var said = new TreeMap<Integer, Said>();
    for (var entry : found.path("said").properties()) {
      if (entry.getKey().matches("\\d{1,3}")) {
        said.put(Integer.valueOf(entry.getKey()), said(entry.getValue()));
      }
    }
    return new Taken(found.path("step").asInt(0), said, found.path("share").asDouble(0),
        found.path("foretold").asBoolean(false), found.path("gold").asBoolean(false), found.path("attempts").asInt(0),
        found.path("design").isObject() ? found.path("design").toString() : "", stages(found.path("stages")));
  }

  private static Map<String, Stage> stages(JsonNode node) {
    var stages = new TreeMap<String, Stage>();
    node.properties().forEach(entry -> stages.put(entry.getKey(),
        new Stage(entry.getValue().path("share").asDouble(0), entry.getValue().path("gold").asBoolean(false))));
    return stages;
  }

  private static Said said(JsonNode node) {
    var measured = new ArrayList<Interval>();
    for (var interval : node.path("measured")) {
      measured.add(new Interval(interval.path("mean").asDouble(0), interval.path("halfWidth").asDouble(0), 0.95));
    }
    var numbers = new ArrayList<Double>();
    node.path("numbers").forEach(number -> numbers.add(number.asDouble(0)));
    return new Said(numbers, node.path("words").asString(""), measured);
  }

  /// Notes how far a lesson is; what was reached once stays.
  public void note(String lesson, Taken taken) {
    var before = of(lesson);
    tree.put("last", lesson);
    var node = object(object(tree, LESSONS), lesson);
    node.put("step", taken.step);
    node.put("share", Math.max(taken.share, before.share));
    node.put("foretold", taken.isForetold || before.isForetold);
    node.put("gold", taken.isGold || before.isGold);
    node.put("attempts", taken.attempts);
    if (!taken.design.isEmpty()) {
      node.set("design", MAPPER.readTree(taken.design));
    }
    taken.stages.forEach((name, reached) -> {
      var best = reached.or(before.stages.getOrDefault(name, Stage.NOT_YET));
      object(object(node, "stages"), name).put("share", best.share).put("gold", best.isGold);
    });
    var said = node.putObject("said");
    taken.said.forEach((step, one) -> {
      var saying = said.putObject(Integer.toString(step));
      one.numbers.forEach(saying.putArray("numbers")::add);
      saying.put("words", one.words);
      var measured = saying.putArray("measured");
      one.measured.forEach(interval -> measured.addObject().put("mean", interval.mean())
          .put("halfWidth", Double.isFinite(interval.halfWidth()) ? interval.halfWidth() : 0));
    });
  }

  private static ObjectNode object(ObjectNode parent, String name) {
    return parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
  }
}
