package tenfold.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Named random streams: reproducible, and none disturbs another.
class StreamsTest {
  @Test
  void theSameSeedAndNameGiveTheSameNumbers() {
    assertArrayEquals(draw(new Simulation(1).random("think")), draw(new Simulation(1).random("think")));
  }

  @Test
  void anotherSeedOrNameGivesOtherNumbers() {
    var numbers = draw(new Simulation(1).random("think"));
    assertFalse(Arrays.equals(numbers, draw(new Simulation(2).random("think"))));
    assertFalse(Arrays.equals(numbers, draw(new Simulation(1).random("think2"))));
  }

  @Test
  void aNameStandsForOneStreamInTheWholeRun() {
    var simulation = new Simulation(1);
    assertSame(simulation.random("think"), simulation.random("think"));
  }

  /// Common random numbers: a part that draws more does not change what another part draws.
  @Test
  void drawingFromOneStreamDoesNotChangeAnother() {
    var quiet = new Simulation(1);
    var busy = new Simulation(1);
    draw(busy.random("new part"));
    assertArrayEquals(draw(quiet.random("think")), draw(busy.random("think")));
  }

  /// Pairs of streams of neighbouring seeds and names: the sample correlation of 10,000 uniforms is about normal with
  /// standard deviation 0.01, so |r| > 0.045 in one of the 45 pairs is a false alarm with probability 0.03 %.
  @Test
  void streamsOfDifferentNamesAreUncorrelated() {
    var streams = new double[10][];
    for (int i = 0; i < streams.length; i++) {
      streams[i] = uniforms(new Simulation(1 + i / 5).random("Server#" + i % 5 + ".cpu"));
    }
    for (int i = 0; i < streams.length; i++) {
      for (int j = i + 1; j < streams.length; j++) {
        assertTrue(Math.abs(correlation(streams[i], streams[j])) < 0.045, "streams " + i + " and " + j);
      }
    }
  }

  @Test
  void mixingIsABijectionOnASample() {
    var seen = new HashSet<Long>();
    for (long value = -50_000; value < 50_000; value++) {
      seen.add(Streams.mix(value));
    }
    assertEquals(100_000, seen.size());
  }

  private static long[] draw(RandomGenerator random) {
    return random.longs(100).toArray();
  }

  private static double[] uniforms(RandomGenerator random) {
    return random.doubles(10_000).toArray();
  }

  private static double correlation(double[] one, double[] other) {
    double meanOne = Arrays.stream(one).average().orElseThrow();
    double meanOther = Arrays.stream(other).average().orElseThrow();
    double both = 0;
    double squaresOne = 0;
    double squaresOther = 0;
    for (int i = 0; i < one.length; i++) {
      both += (one[i] - meanOne) * (other[i] - meanOther);
      squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
      squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
    }
    return both / Math.sqrt(squaresOne * squaresOther);
  }
}
