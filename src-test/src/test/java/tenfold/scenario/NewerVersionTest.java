package tenfold.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of a newer version is read as far as it is understood; what is not is kept through a save.
class NewerVersionTest {
  private static final String NEWER = Samples.text("growth-crisis")
      .replace("\"version\" : 1,", "\"version\" : 2,\n  \"author\" : { \"name\" : \"Ada\" },")
      .replace("\"kind\" : \"families\",", "\"kind\" : \"families\",\n        \"patienceMs\" : 5000,")
      .replace("\"limit\" : 100,", "\"limit\" : 100,\n          \"idleMs\" : 60000,")
      .replace("\"roundTripMs\" : 27.62,", "\"roundTripMs\" : 27.62,\n      \"bandwidth\" : 0.01,");

  @Test
  void whatIsUnknownIsWarnedAboutByItsPath() throws UnreadableScenario {
    var warnings = ScenarioFile.parse(NEWER, "new.tenfold").warnings();
    assertEquals("The file is of the newer version 2; this program knows version 1. What it does not know is kept when "
        + "you save.", warnings.getFirst());
    var all = String.join("\n", warnings);
    for (var path : new String[] {"author", "patienceMs", "idleMs", "bandwidth"}) {
      assertTrue(all.contains(path), path + " in\n" + all);
    }
    assertEquals(5, warnings.size(), all);
  }

  @Test
  void whatIsUnknownIsKeptThroughEditAndSave(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("new.tenfold"), NEWER);
    var document = ScenarioFile.read(file);
    var scenario = document.scenario();
    ScenarioFile.write(file, document.with(scenario.with(scenario.topology().withFamilies(77))));
    var saved = Files.readString(file);
    for (var kept : new String[] {"\"version\" : 2", "\"Ada\"", "\"patienceMs\" : 5000", "\"idleMs\" : 60000",
        "\"bandwidth\" : 0.01"}) {
      assertTrue(saved.contains(kept), kept + " in\n" + saved);
    }
    assertEquals(77, ScenarioFile.read(file).scenario().topology().familyCount());
  }

  @Test
  void whatIsUnderstoodIsTheSameAsInAnOldFile() throws UnreadableScenario {
    assertEquals(Gallery.scenario("growth-crisis"), ScenarioFile.parse(NEWER, "new.tenfold").scenario());
  }

  @Test
  void aMistakeInANewerFileIsStillAMistake() {
    var broken = NEWER.replace("\"thinkTimeMs\" : 333.333", "\"thinkTimeMs\" : \"long\"");
    var refused = assertThrows(UnreadableScenario.class, () -> ScenarioFile.parse(broken, "new.tenfold"));
    assertTrue(refused.getMessage().contains("thinkTimeMs"), refused.getMessage());
    var outOfRange = NEWER.replace("\"lengthSeconds\" : 60", "\"lengthSeconds\" : 0");
    assertTrue(assertThrows(UnreadableScenario.class, () -> ScenarioFile.parse(outOfRange, "new.tenfold")).getMessage()
        .matches("new\\.tenfold, line \\d+, column \\d+: lengthSeconds .*"), "file and place must be named");
  }
}
