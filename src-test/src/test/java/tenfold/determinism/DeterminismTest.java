package tenfold.determinism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tenfold.component.AppServer;
import tenfold.run.Experiment;
import tenfold.run.Replication;
import tenfold.run.Result;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.topology.Topology;

/// Same file, same seed, same run: however it is driven, watched, repeated or spread over threads.
class DeterminismTest {
  static final List<String> NAMES = Gallery.NAMES;

  @ParameterizedTest
  @FieldSource("NAMES")
  void theSameSeedGivesTheSameRun(String name) {
    assertEquals(run(name, 5).digest(), run(name, 5).digest());
  }

  @ParameterizedTest
  @FieldSource("NAMES")
  void anotherSeedGivesAnotherRun(String name) {
    assertNotEquals(run(name, 5).digest(), run(name, 6).digest());
  }

  /// The first run is mostly interpreted, the last mostly compiled.
  @Test
  void aRunAfterTheCompilersWarmUpIsTheSame() {
    var longer = scenarioOf("growth-crisis", 300).lasting(5, 300);
    var digests = IntStream.range(0, 4).mapToObj(_ -> run(longer, 7).digest()).distinct().toList();
    assertEquals(1, digests.size(), "digests " + digests);
  }

  /// The run is advanced in a hundred slices, paused whenever a coin says so, and watched at changing slices.
  @ParameterizedTest
  @FieldSource("NAMES")
  void aRunThatIsSlicedPausedAndWatchedIsTheSame(String name) {
    var scenario = shortened(name);
    long end = Math.round((scenario.warmUpSeconds() + scenario.lengthSeconds()) * 1e9);
    var watched = new Replication(scenario, 5);
    var points = new ArrayList<Double>();
    watched.watch(Math.max(1, end / 200), point -> points.add(point.seconds()));
    var coin = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (long slice = end / 100; watched.nowNanos() < end; ) {
      while (!watched.advance(Math.min(end, watched.nowNanos() + slice), () -> coin.nextInt(3) == 0)) {
        watched.snapshot();
      }
      watched.sliceNanos(1 + coin.nextLong(end / 50));
    }
    assertEquals(run(name, 5).digest(), watched.digest());
    assertTrue(points.size() > 10, "points " + points);
  }

  /// The same edits at the same instants give the same run, although one of them is watched and paused.
  @Test
  void theSameEditsGiveTheSameRun() {
    assertEquals(edited(false), edited(true));
    assertNotEquals(busy(7).run().digest(), edited(false));
  }

  @RepeatedTest(3)
  void replicationsOnSeveralThreadsGiveTheSameSummary() throws InterruptedException, ExecutionException {
    var experiment = new Experiment(shortened("sample-single"), 6, 11);
    var results = new ArrayList<Result>();
    try (var threads = Executors.newFixedThreadPool(2)) {
      var runs = IntStream.range(0, experiment.replications())
          .mapToObj(index -> (Callable<Result>) () -> experiment.replication(index).run())
          .toList();
      for (var future : threads.invokeAll(runs)) {
        results.add(future.get());
      }
    }
    assertEquals(experiment.run(), experiment.summary(results));
  }

  /// A run may move from thread to thread between its slices, as between a window's worker threads.
  @Test
  void aRunThatChangesItsThreadIsTheSame() throws InterruptedException, ExecutionException {
    var moved = busy(7);
    for (long end = 1; end <= 20; end++) {
      long until = end * 1_000_000_000;
      try (var thread = Executors.newSingleThreadExecutor()) {
        thread.submit(() -> moved.advance(until, () -> false)).get();
      }
    }
    var still = busy(7);
    still.advance(20_000_000_000L, () -> false);
    assertEquals(still.digest(), moved.digest());
  }

  @Test
  void theOrderOfReplicationsDoesNotMatter() {
    var experiment = new Experiment(shortened("growth-crisis"), 3, 2);
    var last = experiment.replication(2).run().digest();
    experiment.replication(0).run();
    assertEquals(last, experiment.replication(2).run().digest());
  }

  private static long edited(boolean isWatched) {
    var run = busy(7);
    if (isWatched) {
      run.watch(100_000_000, _ -> {});
    }
    var topology = scenarioOf("growth-crisis", 300).topology();
    for (int servers : List.of(2, 5, 1)) {
      long until = run.nowNanos() + 3_000_000_000L;
      while (!run.advance(until, () -> isWatched)) {
        run.snapshot();
      }
      topology = withServers(topology, servers);
      run.edit(topology);
    }
    run.advance(20_000_000_000L, () -> false);
    return run.digest();
  }

  private static Topology withServers(Topology topology, int servers) {
    return topology.change("Server", node -> node.with(((AppServer) node.component()).withInstances(servers)));
  }

  private static Replication busy(long seed) {
    return new Replication(scenarioOf("growth-crisis", 300).lasting(5, 20), seed);
  }

  private static Scenario scenarioOf(String name, int families) {
    var scenario = Gallery.scenario(name);
    return scenario.with(scenario.topology().withFamilies(families));
  }

  private static Result run(String name, long seed) {
    return run(shortened(name), seed);
  }

  private static Result run(Scenario scenario, long seed) {
    return new Replication(scenario, seed).run();
  }

  private static Scenario shortened(String name) {
    return name.equals("n-plus-one")
        ? Gallery.scenario(name).lasting(100, 2_000)
        : Gallery.scenario(name).lasting(5, 10);
  }
}
