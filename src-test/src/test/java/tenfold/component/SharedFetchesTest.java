package tenfold.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenfold.kernel.Simulation;
import tenfold.port.ConnectionReset;

/// One server's ways to ask less: fetches that are shared, and a cache of its own.
class SharedFetchesTest {
  private final Simulation simulation = new Simulation(1);
  private final SharedFetches fetches = new SharedFetches(simulation);
  private final List<String> seen = new ArrayList<>();
  private int fetched;

  /// Calibration (e): a thousand at once are one fetch of 32 ms, and all have its result then.
  @Test
  void aThousandAtOnceShareOneFetch() {
    for (int i = 0; i < 1_000; i++) {
      simulation.start("request", () -> seen.add(fetches.once("a", this::fetch) + "@" + simulation.nowNanos()));
    }
    simulation.run(100);
    assertEquals(1, fetched);
    assertEquals(1_000, seen.stream().filter("value 1@32"::equals).count());
  }

  @Test
  void theNextOneFetchesAgain() {
    simulation.start("request", () -> seen.add(fetches.once("a", this::fetch)));
    simulation.start("request", () -> seen.add(fetches.once("b", this::fetch)));
    simulation.run(50);
    simulation.start("request", () -> seen.add(fetches.once("a", this::fetch)));
    simulation.run(100);
    assertEquals(List.of("value 1", "value 2", "value 3"), seen);
  }

  @Test
  void aFailureIsShared() {
    for (int i = 0; i < 2; i++) {
      simulation.start("request", () -> {
        try {
          fetches.once("a", () -> {
            simulation.hold(5);
            throw new ConnectionReset("Primary");
          });
        } catch (ConnectionReset reset) {
          seen.add("reset@" + simulation.nowNanos());
        }
      });
    }
    simulation.run(100);
    assertEquals(List.of("reset@5", "reset@5"), seen);
  }

  /// The one who fetches is cut off at 10; of the two who wait, the first begins anew and has it at 42.
  @Test
  void whoWaitsForOneThatIsCutOffFetchesInstead() {
    var leader = simulation.start("request", () -> seen.add(fetches.once("a", this::fetch)));
    for (int i = 0; i < 2; i++) {
      simulation.start("request", () -> seen.add(fetches.once("a", this::fetch) + "@" + simulation.nowNanos()));
    }
    simulation.schedule(10, () -> leader.interrupt(new Crash(this)));
    simulation.run(100);
    assertEquals(List.of("value 2@42", "value 2@42"), seen);
  }

  /// The text's map: for ever, and any number.
  @Test
  void aLocalCacheForgetsNothingByItself() {
    var cache = new LocalCache(0, simulation::nowNanos);
    for (int i = 0; i < 10_000; i++) {
      cache.set("k" + i, "x", Duration.ZERO);
    }
    assertEquals(10_000, cache.size());
    cache.invalidate("k1");
    assertTrue(cache.get("k1").isEmpty());
    cache.clear();
    assertEquals(0, cache.size());
  }

  /// Two servers: what one invalidates stays with the other.
  @Test
  void aLocalCacheDoesNotHearOfTheOthers() {
    var here = new LocalCache(0, simulation::nowNanos);
    var there = new LocalCache(0, simulation::nowNanos);
    List.of(here, there).forEach(cache -> cache.set("a", "old", Duration.ZERO));
    here.invalidate("a");
    assertEquals(Optional.of("old"), there.get("a"));
  }

  /// Room for two: a, b, a, c leaves a and c.
  @Test
  void aBoundedLocalCacheGivesUpTheLeastRecentlyUsed() {
    var cache = new LocalCache(2, simulation::nowNanos);
    cache.set("a", "1", Duration.ZERO);
    cache.set("b", "2", Duration.ZERO);
    cache.get("a");
    cache.set("c", "3", Duration.ZERO);
    var present = List.of("a", "b", "c").stream().map(key -> cache.get(key).isPresent()).toList();
    assertEquals(List.of(true, false, true), present);
  }

  private String fetch() {
    int number = ++fetched;
    simulation.hold(32);
    return "value " + number;
  }
}
