package tenfold.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The shipped scenarios, by name.
public final class Gallery {
  /// Names in the order in which they are offered.
  public static final List<String> NAMES =
      List.of("growth-crisis", "n-plus-one", "blocked-event-loop", "sample-single", "sample-scaled",
          "sessions-in-memory", "sticky-crash", "one-address", "hung-server", "deep-health", "out-of-memory",
          "retry-storm", "double-enrolment", "half-enrolled", "own-maps", "stampede", "robots", "cache-crash",
          "ghost-name", "replica-lag", "failover", "too-many-connections", "hot-row");

  private Gallery() {}

  /// Reads a shipped scenario.
  ///
  /// @throws IllegalArgumentException when none has that name
  public static Scenario scenario(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("there is no shipped scenario \"" + name + "\"; there are: "
          + String.join(", ", NAMES));
    }
    var resource = name + ScenarioFile.ENDING;
    try (var stream = Gallery.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the program was built without " + resource);
      }
      return ScenarioFile.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), resource).scenario();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (UnreadableScenario failure) {
      throw new IllegalStateException("a shipped scenario is broken: " + failure.getMessage(), failure);
    }
  }
}
