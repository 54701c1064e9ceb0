package tenfold.component;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenfold.kernel.Event;
import tenfold.kernel.Simulation;
import tenfold.stats.Draw;

/// The families who think now, each for an exponential time; who is done departs.
///
/// The exponential law has no memory, so the first of n thinkers is done after an exponential time of mean Z/n and
/// is any of them with equal chance: one event stands for all, exactly (Ross, *Introduction to Probability Models*,
/// §5.2). Who joins draws a time of its own and takes the event over when it is earlier.
final class ThinkingFamilies {
  private final Simulation simulation;
  private final RandomGenerator random;
  private final IntConsumer departure;
  private int[] families = new int[16];
  private int size;
  private double meanNanos;
  private int firstIndex;
  private long firstNanos;
  private @Nullable Event first;

  ThinkingFamilies(Simulation simulation, RandomGenerator random, IntConsumer departure) {
    this.simulation = simulation;
    this.random = random;
    this.departure = departure;
  }

  /// Sets the mean think time, for those who think already too.
  void meanNanos(double mean) {
    meanNanos = mean;
    planFirst();
  }

  /// One family begins to think.
  void add(int family) {
    append(family);
    long ownNanos = simulation.nowNanos() + Draw.exponential(random, meanNanos);
    if (first == null || ownNanos < firstNanos) {
      plan(ownNanos, size - 1);
    }
  }

  /// The families numbered `from` to `to` begin to think, except those who are away.
  void addRange(int from, int to, BitSet away) {
    int needed = size + to - from + 1;
    if (needed > families.length) {
      families = Arrays.copyOf(families, Math.max(needed, 2 * size));
    }
    for (int family = from; family <= to; family++) {
      if (!away.get(family)) {
        families[size++] = family;
      }
    }
    planFirst();
  }

  /// Families with higher numbers than `last` stop thinking and are forgotten.
  void removeAbove(int last) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (families[i] <= last) {
        families[kept++] = families[i];
      }
    }
    size = kept;
    planFirst();
  }

  void clear() {
    removeAbove(0);
  }

  private void append(int family) {
    if (size == families.length) {
      families = Arrays.copyOf(families, 2 * size);
    }
    families[size++] = family;
  }

  private void planFirst() {
    if (size > 0) {
      plan(simulation.nowNanos() + Draw.exponential(random, meanNanos / size), random.nextInt(size));
    } else if (first != null) {
      first.cancel();
      first = null;
    }
  }

  private void plan(long atNanos, int index) {
    if (first != null) {
      first.cancel();
    }
    firstNanos = atNanos;
    firstIndex = index;
    first = simulation.schedule(atNanos - simulation.nowNanos(), this::departFirst);
  }

  private void departFirst() {
    first = null;
    int family = families[firstIndex];
    families[firstIndex] = families[--size];
    planFirst();
    departure.accept(family);
  }
}
