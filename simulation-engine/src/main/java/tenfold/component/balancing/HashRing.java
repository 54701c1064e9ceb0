package tenfold.component.balancing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32;

/// A ring of 2³² places on which each of several has some points.
///
/// Source: nginx 1.31, `ngx_http_upstream_update_chash` in `ngx_http_upstream_hash_module.c`.
///
/// @param <T> whoever has the points
public final class HashRing<T> {
  private final long[] points;
  private final List<T> owners;

  /// @param name of each, from which its points follow
  /// @param pointsOf how many points each has
  public HashRing(List<T> all, Function<T, String> name, ToIntFunction<T> pointsOf) {
    var ring = new TreeMap<Long, T>();
    all.forEach(one -> addPoints(ring, one, name.apply(one), pointsOf.applyAsInt(one)));
    this.points = ring.keySet().stream().mapToLong(Long::longValue).toArray();
    this.owners = List.copyOf(ring.values());
  }

  /// Number of the first point at or after a place from 0 to 2³² − 1.
  public int firstAtOrAfter(long place) {
    int found = Arrays.binarySearch(points, place);
    return found >= 0 ? found : -found - 1;
  }

  /// Who has the point of that number, which may go round.
  public T at(int point) {
    return owners.get(point % owners.size());
  }

  /// Each point's hash goes into the next one's, as four bytes, the lowest first.
  private static <T> void addPoints(Map<Long, T> ring, T owner, String name, int count) {
    var bytes = (name + "\0").getBytes(StandardCharsets.UTF_8);
    long previous = 0;
    for (int i = 0; i < count; i++) {
      previous = crc(bytes, new byte[] {
          (byte) previous, (byte) (previous >> 8), (byte) (previous >> 16), (byte) (previous >> 24)});
      ring.putIfAbsent(previous, owner);
    }
  }

  /// CRC-32 of all parts together.
  static long crc(byte[]... parts) {
    var crc = new CRC32();
    for (var part : parts) {
      crc.update(part);
    }
    return crc.getValue();
  }
}
