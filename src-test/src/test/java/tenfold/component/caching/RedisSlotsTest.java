package tenfold.component.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.theory.GoldenVectors;

/// Where a Redis cluster keeps a key.
class RedisSlotsTest {
  static Stream<Arguments> vectors() {
    return GoldenVectors.of("Redis cluster slot CRC16 mod 16384");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aKeyHasTheSlotOfItsChecksum(String key, String slot) {
    assertEquals(Integer.parseInt(slot), RedisSlots.of(key));
  }

  /// Of "{user1000}.following" only "user1000" counts; of "foo{}bar" everything, of "foo{{bar}}zap" the text "{bar". As
  /// the examples of the specification say.
  @Test
  void aTagInBracesDecides() {
    assertEquals(RedisSlots.of("user1000"), RedisSlots.of("{user1000}.following"));
    assertEquals(RedisSlots.of("{bar"), RedisSlots.of("foo{{bar}}zap"));
    assertEquals(8_363, RedisSlots.of("foo{}{bar}"));
  }

  /// Three nodes have a third of the pages each; of 30,000 a standard deviation is 82.
  @Test
  void theNodesHaveEqualShares() {
    var shares = new int[3];
    IntStream.range(0, 30_000).forEach(family -> shares[RedisSlots.nodeOf("family:" + family, 3)]++);
    for (int share : shares) {
      assertEquals(10_000, share, 4 * 82);
    }
  }
}
