package tenfold.component;

import java.time.Duration;
import java.util.Optional;
import tenfold.component.guarding.Breaking;
import tenfold.coop.Variants;
import tenfold.coop.Variants.CacheFailure;
import tenfold.coop.Variants.Caching;
import tenfold.coop.Variants.Conduct;
import tenfold.coop.Variants.Health;
import tenfold.coop.Variants.MissingFamily;
import tenfold.coop.Variants.Stampede;
import tenfold.resilience.BreakerPlan;

/// Where the server's code differs from the text's.
///
/// @param cacheFailure when a call to the cache fails
/// @param missingFamily when a family that is asked for does not exist
/// @param stampede when several requests miss the same page
/// @param localCache whether the server keeps pages in its own memory where no cache is linked (the text's first code)
/// @param ttlSeconds how long a page is kept in a shared cache
/// @param negativeTtlSeconds how long it is remembered that a family does not exist; 0 for not at all
/// @param leaseMs how long a lease is good, for [Stampede#LEASE]
/// @param lookAgainMs after which time those look again who wait for the one with the lease
/// @param eagerness β, for [Stampede#EARLY_EXPIRATION]
/// @param health what `GET /health` looks at
/// @param outbox whether the jobs of an enrolment are written with it and handed over afterwards
/// @param idempotencyKeys whether what comes twice has its effect only once
/// @param releaseInFileNames whether pages name their files by their release, so that each release has files of its own
/// @param readWhenParted what reading a family does while the primary cannot be reached
/// @param renameWhenParted what renaming one does then
/// @param paymentBreaker what stands before the payment service in each process
public record HandlerVariants(
    @Param(label = "When the cache fails", mayBeAbsent = true, source = "pattern text: the request fails too")
        CacheFailure cacheFailure,
    @Param(label = "Missing family", mayBeAbsent = true, source = "pattern text: family[0] of none; mended")
        MissingFamily missingFamily,
    @Param(label = "Many misses at once", mayBeAbsent = true, source = "pattern text: each fetches")
        Stampede stampede,
    @Param(label = "Cache in its own memory", mayBeAbsent = true, source = "pattern text: new Map(); off by default")
        boolean localCache,
    @Param(label = "Time to live", unit = "s", min = 1, max = 604_800, mayBeAbsent = true,
        source = "pattern text: SETEX 300") int ttlSeconds,
    @Param(label = "Remember what is missing", unit = "s", max = 3_600, mayBeAbsent = true,
        source = "pattern text: not at all") int negativeTtlSeconds,
    @Param(label = "Lease", unit = "ms", min = 10, max = 600_000, mayBeAbsent = true,
        source = "Nishtala et al., NSDI 2013: one token for a key every 10 s") double leaseMs,
    @Param(label = "Look again after", unit = "ms", min = 1, max = 10_000, mayBeAbsent = true,
        source = "teaching value; Nishtala et al., NSDI 2013: a short time") double lookAgainMs,
    @Param(label = "Eagerness to refresh", unit = "β", max = 100, mayBeAbsent = true,
        source = "Vattani et al., VLDB 2015: 1") double eagerness,
    @Param(label = "Health check", mayBeAbsent = true, source = "pattern text: 200 in any case") Health health,
    @Param(label = "Outbox", mayBeAbsent = true, source = "pattern text: none") boolean outbox,
    @Param(label = "Idempotency keys", mayBeAbsent = true, source = "pattern text: none") boolean idempotencyKeys,
    @Param(label = "Release in file names", mayBeAbsent = true, source = "pattern text: the same names for ever")
        boolean releaseInFileNames,
    @Param(label = "Read while parted", mayBeAbsent = true,
        source = "pattern text: cache and replica, whatever they know") Conduct readWhenParted,
    @Param(label = "Rename while parted", mayBeAbsent = true, source = "pattern text: it fails")
        Conduct renameWhenParted,
    @Param(label = "Breaker before payments", mayBeAbsent = true) Breaking paymentBreaker) {

  /// The text's code with its mistake about missing families mended, without a cache of its own.
  public HandlerVariants() {
    this(CacheFailure.FAIL, MissingFamily.NOT_FOUND, Stampede.NONE, false, 300, 0, 10_000, 10, 1, Health.SHALLOW,
        false, false, false, Conduct.AS_TEXT, Conduct.AS_TEXT, new Breaking(BreakerPlan.Kind.TEXT));
  }

  Variants variants() {
    var caching = new Caching(Duration.ofSeconds(ttlSeconds), Duration.ofSeconds(negativeTtlSeconds), stampede,
        Duration.ofNanos(Nanos.ofMillis(leaseMs)), Duration.ofNanos(Nanos.ofMillis(lookAgainMs)), eagerness);
    return new Variants(cacheFailure, missingFamily, caching, health,
        paymentBreaker.enabled() ? Optional.of(paymentBreaker.plan()) : Optional.empty(),
        new Variants.Delivery(outbox, idempotencyKeys), new Variants.Parted(readWhenParted, renameWhenParted));
  }
}
