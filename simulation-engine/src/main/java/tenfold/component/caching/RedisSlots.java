package tenfold.component.caching;

import java.nio.charset.StandardCharsets;

/// Which node of a Redis cluster has a key: of 16,384 slots each node has its share, in order, and a key belongs to the
/// slot of its checksum. Of a key with braces only what stands in the first pair counts, so that keys can be kept
/// together.
///
/// Source: Redis cluster specification, "Key distribution model" and "Hash tags"; CRC-16/XMODEM (polynomial 0x1021).
public final class RedisSlots {
  /// Slots of a cluster.
  public static final int SLOTS = 16_384;

  private static final int POLYNOMIAL = 0x1021;

  private RedisSlots() {}

  /// The slot of a key, from 0.
  public static int of(String key) {
    return crc16(tag(key).getBytes(StandardCharsets.UTF_8)) % SLOTS;
  }

  /// The node that has a key, of so many, from 0.
  public static int nodeOf(String key, int nodes) {
    return nodes == 1 ? 0 : of(key) * nodes / SLOTS;
  }

  private static String tag(String key) {
    int open = key.indexOf('{');
    int close = key.indexOf('}', open + 1);
    return open >= 0 && close > open + 1 ? key.substring(open + 1, close) : key;
  }

  private static int crc16(byte[] bytes) {
    int crc = 0;
    for (byte each : bytes) {
      crc ^= (each & 0xff) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? crc << 1 ^ POLYNOMIAL : crc << 1;
      }
    }
    return crc & 0xffff;
  }
}
