package tenfold.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The shipped scenarios, by name.
public final class Gallery {
  /// All of them, by what they are about.
  public static final List<Group> GROUPS = List.of(
      new Group("growth", List.of("growth-crisis", "n-plus-one", "blocked-event-loop", "sample-single",
          "sample-scaled", "growth-ramp", "two-regions")),
      new Group("servers", List.of("sessions-in-memory", "sticky-crash", "one-address", "hung-server", "deep-health",
          "out-of-memory")),
      new Group("scaling", List.of("autoscaling", "flash-crowd", "flapping", "wrong-metric", "scaling-makes-it-worse",
          "grace", "busy-not-ill")),
      new Group("repeats", List.of("retry-storm", "double-enrolment", "half-enrolled")),
      new Group("caches", List.of("own-maps", "stampede", "robots", "cache-crash")),
      new Group("databases", List.of("ghost-name", "replica-lag", "failover", "too-many-connections", "hot-row")),
      new Group("jobs", List.of("backlog", "lost-jobs", "done-twice", "given-up")),
      new Group("guards", List.of("open-for-ever", "charged-twice", "cascade", "slow-one", "bad-deploy", "one-zone",
          "two-sites")),
      new Group("edges", List.of("tokyo", "edge-stampede", "wrong-deploy")),
      new Group("shards", List.of("hot-shard", "resharding", "scatter-gather")),
      new Group("events", List.of("cqrs-lag", "rebuild")),
      new Group("sketches", List.of("like-netflix", "like-facebook", "like-aws", "like-stripe")));

  /// Names in the order in which they are offered.
  public static final List<String> NAMES = GROUPS.stream().flatMap(group -> group.names().stream()).toList();

  private static final Pattern TITLE = Pattern.compile("\"title\" : \"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Map<String, String> TITLES = Collections.synchronizedMap(new HashMap<>());

  /// Scenarios about the same thing.
  ///
  /// @param id what they are about, in one word
  /// @param names names of the scenarios, in the order in which they are offered
  public record Group(String id, List<String> names) {}

  private Gallery() {}

  /// Reads a shipped scenario.
  ///
  /// @throws IllegalArgumentException when none has that name
  public static Scenario scenario(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("there is no shipped scenario \"" + name + "\"; there are: "
          + String.join(", ", NAMES));
    }
    try {
      return ScenarioFile.parse(text(name), name + ScenarioFile.ENDING).scenario();
    } catch (UnreadableScenario failure) {
      throw new IllegalStateException("a shipped scenario is broken: " + failure.getMessage(), failure);
    }
  }

  /// The shipped scenario with that title, or none. Reads the titles alone, one after the other.
  public static Optional<String> nameOfTitle(String title) {
    return NAMES.stream().filter(name -> TITLES.computeIfAbsent(name, Gallery::title).equals(title)).findFirst();
  }

  private static String title(String name) {
    return TITLE.matcher(text(name)).results().findFirst().map(found -> found.group(1).translateEscapes())
        .orElseThrow(() -> new IllegalStateException("a shipped scenario has no title: " + name));
  }

  private static String text(String name) {
    var resource = name + ScenarioFile.ENDING;
    try (var stream = Gallery.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
