package tenfold.coop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.coop.Variants.Caching;
import tenfold.coop.Variants.Stampede;

/// When a page is fetched before it ends.
class EarlyPagesTest {
  private static final int LOOKS = 100_000;
  private static final Duration FETCH = Duration.ofMillis(200);

  private final Fakes fakes = new Fakes();

  /// Vattani et al. 2015: with r left of its time, a look-up fetches with probability e^(−r/(δβ)). The share of 100,000
  /// is 3.3 standard errors off in one of a thousand right programs; seven shares are one false alarm in 140.
  @ParameterizedTest
  @CsvSource({"0, 1", "50, 1", "200, 1", "600, 1", "1200, 1", "600, 3", "100, 0.5"})
  void theProbabilityIsExponentialInWhatIsLeft(long leftMs, double eagerness) {
    double expected = Math.exp(-leftMs / (FETCH.toMillis() * eagerness));
    double standardError = Math.sqrt(expected * (1 - expected) / LOOKS);
    assertEquals(expected, shareFetched(leftMs, eagerness), 3.3 * standardError);
  }

  @Test
  void withoutEagernessNothingIsFetchedEarly() {
    assertEquals(0, shareFetched(1, 0));
  }

  private double shareFetched(long leftMs, double eagerness) {
    var ports = fakes.ports(fakes.cache());
    var text = new Caching();
    var caching = new Caching(text.timeToLive(), text.absentTimeToLive(), Stampede.EARLY_EXPIRATION,
        text.leaseLifetime(), text.lookAgain(), eagerness);
    var pages = new EarlyPages(ports.cache(), ports.clock(), new SplittableRandom(1), caching);
    pages.get("page", () -> {
      ports.clock().sleep(FETCH);
      return Optional.of("{}");
    });
    var kept = Map.copyOf(fakes.pages);
    ports.clock().sleep(text.timeToLive().minusMillis(leftMs));
    int fetched = 0;
    for (int i = 0; i < LOOKS; i++) {
      fetched += pages.get("page", () -> Optional.of("{}")).isFromCache() ? 0 : 1;
      fakes.pages.putAll(kept);
    }
    return fetched / (double) LOOKS;
  }
}
