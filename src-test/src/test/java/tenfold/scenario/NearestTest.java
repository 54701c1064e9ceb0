package tenfold.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is proposed for a name that is not known, and when nothing is.
final class NearestTest {
  private static final List<String> KNOWN =
      List.of("cores", "threads", "thinkTimeMs", "cdn", "growth-crisis", "open-for-ever", "replicas");

  @ParameterizedTest
  @CsvSource({"core, cores", "cores, cores", "croes, cores", "tread, threads", "thinkTime, thinkTimeMs", "cnd, cdn",
      "Cdn, cdn", "growht-crisis, growth-crisis", "growthcrises, growth-crisis", "open-forever, open-for-ever",
      "openforever, open-for-ever", "replika, replicas"})
  void nearNamesAreProposed(String wrong, String meant) {
    assertEquals(Optional.of(meant), Nearest.to(wrong, KNOWN));
  }

  @ParameterizedTest
  @CsvSource({"latency", "growth", "x", "ab", "abc", "server", "stones", "no-such-scenario", "memoryBytes"})
  void farOnesAreNot(String wrong) {
    assertEquals(Optional.empty(), Nearest.to(wrong, KNOWN));
  }

  @Test
  void withoutNamesThereIsNone() {
    assertEquals(Optional.empty(), Nearest.to("cores", List.of()));
    assertEquals(Optional.empty(), Nearest.to("", KNOWN));
  }
}
