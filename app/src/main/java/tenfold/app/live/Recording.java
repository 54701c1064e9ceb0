package tenfold.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/// What was to be seen of a run so far, to look back at. The newest is as dense as it came; the older thins out, so
/// that a day takes little more room than an hour: at an age of t seconds it stands at most t/200 s apart, within the
/// last hour never more than [#HOUR_GAP_SECONDS].
///
/// @param <T> what is kept: pictures, or points of charts
public final class Recording<T> {
  /// Most seconds between two pictures of the last hour.
  public static final double HOUR_GAP_SECONDS = 4;

  private static final double HOUR_SECONDS = 3_600;
  private static final double PICTURES_PER_AGE = 200;
  private static final int THIN_EVERY = 512;

  private final ToLongFunction<T> nanos;
  private final List<T> pictures = new ArrayList<>();
  private int sinceThinned;

  /// An empty one.
  ///
  /// @param nanos simulated time of what is kept
  public Recording(ToLongFunction<T> nanos) {
    this.nanos = nanos;
  }

  /// Keeps a picture that is newer than all before; the same instant again takes the place of the last one.
  public void add(T picture) {
    if (!pictures.isEmpty() && nanos.applyAsLong(pictures.getLast()) >= nanos.applyAsLong(picture)) {
      pictures.set(pictures.size() - 1, picture);
      return;
    }
    pictures.add(picture);
    if (++sinceThinned >= THIN_EVERY) {
      sinceThinned = 0;
      thin();
    }
  }

  /// The first picture from an instant on, which shows what happened at it; the last one when that is after all, none
  /// when there are none.
  public Optional<T> at(long when) {
    if (pictures.isEmpty()) {
      return Optional.empty();
    }
    int last = indexAt(when);
    boolean isBefore = nanos.applyAsLong(pictures.get(last)) < when && last < pictures.size() - 1;
    return Optional.of(pictures.get(isBefore ? last + 1 : last));
  }

  /// All up to an instant, oldest first.
  public List<T> upTo(long when) {
    return pictures.isEmpty() || nanos.applyAsLong(pictures.getFirst()) > when
        ? List.of() : List.copyOf(pictures.subList(0, indexAt(when) + 1));
  }

  /// The index of the last one up to an instant; 0 when there is none.
  private int indexAt(long when) {
    int low = 0;
    int high = pictures.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (nanos.applyAsLong(pictures.get(middle)) <= when) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// Forgets what is newer than an instant.
  public void forgetAfter(long when) {
    while (!pictures.isEmpty() && nanos.applyAsLong(pictures.getLast()) > when) {
      pictures.removeLast();
    }
  }

  /// Forgets everything.
  public void clear() {
    pictures.clear();
    sinceThinned = 0;
  }

  /// Pictures that are kept.
  public int size() {
    return pictures.size();
  }

  /// Keeps the oldest, the newest, and between them those without which the gap would become too wide.
  private void thin() {
    long newest = nanos.applyAsLong(pictures.getLast());
    var kept = new ArrayList<T>(pictures.size());
    kept.add(pictures.getFirst());
    for (int i = 1; i < pictures.size() - 1; i++) {
      double gap = (nanos.applyAsLong(pictures.get(i + 1)) - nanos.applyAsLong(kept.getLast())) / 1e9;
      if (gap > allowedGap((newest - nanos.applyAsLong(pictures.get(i))) / 1e9)) {
        kept.add(pictures.get(i));
      }
    }
    if (pictures.size() > 1) {
      kept.add(pictures.getLast());
    }
    pictures.clear();
    pictures.addAll(kept);
  }

  private static double allowedGap(double ageSeconds) {
    double gap = ageSeconds / PICTURES_PER_AGE;
    return ageSeconds <= HOUR_SECONDS ? Math.min(gap, HOUR_GAP_SECONDS) : gap;
  }
}
