package tenfold.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.AppServer;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;

/// What a sweep varies, as it is typed.
class SettingTest {
  private static final Scenario CRISIS = Gallery.scenario("growth-crisis");

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      families=10,100              | [10, 100]
      families=10:5000:4           | [10, 79, 630, 5000]
      Server.cores=2, 4,8          | [2, 4, 8]
      Server.cores=1:3:5           | [1, 2, 3]
      Server.threads=50:200:4      | [50, 100, 150, 200]
      Families.thinkTimeMs=100:300:3 | [100.0, 200.0, 300.0]
      Families.timeoutMs=100:100000:4 | [100.0, 1000.0, 10000.0, 100000.0]
      Server.processModel=eventLoop,cluster | [eventLoop, cluster]
      Server.cancelOnDisconnect=true,false | [true, false]
      Families > Server.roundTripMs=1,50 | [1.0, 50.0]
      Families>Server.loss=0:0.1:3 | [0.0, 0.05, 0.1]
      """)
  void valuesAreListedOrSpread(String text, String expected) throws UnreadableSetting {
    assertEquals(expected, Setting.of(CRISIS, text).values().toString());
  }

  @Test
  void eachValueIsSetAndNothingElse() throws UnreadableSetting {
    var changed = Setting.of(CRISIS, "Server.cores=8").applied(CRISIS).getFirst();
    assertEquals(8, ((AppServer) changed.topology().node("Server").orElseThrow().component()).cores());
    assertEquals(CRISIS, Setting.of(changed, "Server.cores=4").applied(changed).getFirst());
    var far = Setting.of(CRISIS, "Server > Primary.roundTripMs=7").applied(CRISIS).getFirst();
    assertEquals(7, far.topology().link("Server", "Primary").orElseThrow().roundTripMs());
    assertEquals(5_000, Setting.of(CRISIS, "families=5000").applied(CRISIS).getFirst().topology().familyCount());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Server.cores              | sets nothing
      Server.core=2             | did you mean "Server.cores"?
      Server.cores=0            | Server.cores must be between 1 and 256, not 0.
      Server.cores=many         | "many" is no number for Server.cores.
      Server.cores=1:8          | first:last:how many
      Server.cores=1:8:1        | how many values of Server.cores must be between 2 and 1000, not 1.
      Server.processModel=magic | must be one of
      families=0                | families must be between 1 and 10000000, not 0.
      """)
  void mistakesAreSaid(String text, String sentence) {
    var mistake = assertThrows(UnreadableSetting.class, () -> Setting.of(CRISIS, text));
    assertTrue(String.valueOf(mistake.getMessage()).contains(sentence), mistake.getMessage());
  }

  @Test
  void aSweepHasAllCombinationsWithTheSameLuck() throws UnreadableSetting {
    var sweep = new Sweep(CRISIS,
        List.of(Setting.of(CRISIS, "Server.cores=2,4"), Setting.of(CRISIS, "families=10,20,30")), 3, 7);
    var points = sweep.points();
    assertEquals(List.of(List.of(2, 10), List.of(2, 20), List.of(2, 30), List.of(4, 10), List.of(4, 20),
        List.of(4, 30)), points.stream().map(Sweep.Point::values).toList());
    assertTrue(points.stream().allMatch(point -> point.experiment().seed() == 7));
    var huge = new Sweep(CRISIS, List.of(Setting.of(CRISIS, "Server.threads=500:1499:1000"),
        Setting.of(CRISIS, "families=1,2")), 1, 1);
    assertThrows(UnreadableSetting.class, huge::points);
  }
}
