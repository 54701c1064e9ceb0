package tenfold.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.run.Replication;

/// Notes and regions come back from the file as they were written, and mean nothing to the run.
class FramesTest {
  private static final Scenario PLAIN = Gallery.scenario("growth-crisis").lasting(1, 4);
  private static final Scenario FRAMED = PLAIN
      .plus(new Frame("Data centre", "", -20.5, 0, 400, 300))
      .plus(new Frame("Note", "line one\n\"two\" ✓", 10, -8, Frame.MIN_WIDTH, Frame.MIN_HEIGHT));

  @Test
  void framesComeBackAsTheyWere() throws UnreadableScenario {
    assertEquals(FRAMED, ScenarioFile.parse(ScenarioFile.format(ScenarioDocument.of(FRAMED)), "test").scenario());
  }

  /// So files from before there were frames read and are written as they were.
  @Test
  void aScenarioWithoutFramesDoesNotSpeakOfThem() {
    assertFalse(ScenarioFile.format(ScenarioDocument.of(PLAIN)).contains("frames"));
  }

  @Test
  void framesDoNotTouchTheRun() {
    assertEquals(new Replication(PLAIN, 5).run().digest(), new Replication(FRAMED, 5).run().digest());
  }

  @Test
  void everyOtherEditKeepsThem() {
    assertEquals(FRAMED.frames(), FRAMED.with(PLAIN.topology().withFamilies(7)).lasting(2, 3).minus("Server")
        .renamed("Primary", "Main").frames());
  }

  @Test
  void twoOfOneNameAreAProblemThatStopsNothing() {
    var problems = FRAMED.plus(new Frame("Note", "", 0, 0, 100, 100)).problems();
    assertEquals("Note: two frames have this name. Give every frame a name of its own.",
        problems.getFirst().toString());
    assertFalse(problems.getFirst().isFatal());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      "width" : 400 | "width" : 3 | width must be between 64 and 100000, not 3, in the frame "Data centre"
      "height" : 300 | "height" : -1 | height must be between 32 and 100000, not -1, in the frame "Data centre"
      "width" : 400 | "wdith" : 400 | unknown property "wdith"; did you mean "width"?
      "width" : 400 | "width" : "wide" | "frames[0].width" must be a number
      "name" : "Data centre" | "name" : 7 | must be a text
      """)
  void aMistakeIsNamedWithItsPlace(String right, String wrong, String expected) {
    var text = ScenarioFile.format(ScenarioDocument.of(FRAMED));
    assertTrue(text.contains(right), text);
    var message = assertThrows(UnreadableScenario.class,
        () -> ScenarioFile.parse(text.replace(right, wrong), "mine.tenfold")).getMessage();
    assertTrue(message.contains(expected), message);
    assertTrue(message.matches("(?s)mine\\.tenfold, line \\d+, column \\d+: .*[.?)]"), message);
  }
}
