package tenfold.kernel;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Opens independent random streams from a seed and a name.
final class Streams {
  private static final RandomGeneratorFactory<RandomGenerator> LXM = RandomGeneratorFactory.of("L64X128MixRandom");

  private Streams() {}

  /// L64X128MixRandom (Steele & Vigna, "LXM: better splittable pseudorandom number generators", OOPSLA 2021),
  /// seeded by the run's seed and the stream's name.
  static RandomGenerator open(long seed, String name) {
    long state = mix(seed);
    for (int i = 0; i < name.length(); i++) {
      state = mix(state ^ name.charAt(i));
    }
    return LXM.create(state);
  }

  /// A bijective scrambling of 64 bits: SplitMix64's finaliser with its increment (Steele, Lea & Flood,
  /// "Fast splittable pseudorandom number generators", OOPSLA 2014).
  static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
