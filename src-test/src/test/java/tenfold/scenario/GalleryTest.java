package tenfold.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is shipped.
class GalleryTest {
  @Test
  void theReadmeSaysWhatEachScenarioShows() throws IOException {
    var readme = Files.readString(Path.of(System.getProperty("tenfold.root"), "README.md"));
    assertEquals(List.of(), Gallery.NAMES.stream().filter(name -> !readme.contains("| `" + name + "` |")).toList());
  }

  @Test
  void everyScenarioIsSoundAndHasATitleOfItsOwn() {
    var titles = new HashSet<String>();
    for (var name : Gallery.NAMES) {
      var scenario = Gallery.scenario(name);
      assertEquals(List.of(), scenario.problems(), name);
      assertTrue(titles.add(scenario.title()), scenario.title());
    }
  }
}
