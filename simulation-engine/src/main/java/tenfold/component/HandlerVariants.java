package tenfold.component;

import tenfold.coop.Variants;
import tenfold.coop.Variants.CacheFailure;
import tenfold.coop.Variants.MissingFamily;
import tenfold.coop.Variants.Stampede;

/// Where the server's code differs from the text's.
///
/// @param cacheFailure when a call to the cache fails
/// @param missingFamily when a family that is asked for does not exist
/// @param stampede when several requests miss the same page
/// @param localCache whether the server keeps pages in its own memory where no cache is linked (the text's first code)
public record HandlerVariants(
    @Param(label = "When the cache fails", mayBeAbsent = true, source = "pattern text: the request fails too")
        CacheFailure cacheFailure,
    @Param(label = "Missing family", mayBeAbsent = true, source = "pattern text: family[0] of none; mended")
        MissingFamily missingFamily,
    @Param(label = "Many misses at once", mayBeAbsent = true, source = "pattern text: each fetches")
        Stampede stampede,
    @Param(label = "Cache in its own memory", mayBeAbsent = true, source = "pattern text: new Map(); off by default")
        boolean localCache) {

  /// The text's code with its mistake about missing families mended, without a cache of its own.
  public HandlerVariants() {
    this(CacheFailure.FAIL, MissingFamily.NOT_FOUND, Stampede.NONE, false);
  }

  Variants variants() {
    return new Variants(cacheFailure, missingFamily, stampede);
  }
}
