package tenfold.coop;

import java.time.Duration;
import java.util.Optional;
import tenfold.resilience.BreakerPlan;

/// Where the co-op's code can differ from the text's.
///
/// @param cacheFailure when a call to the cache fails
/// @param missingFamily when a family that is asked for does not exist
/// @param caching how pages are kept
/// @param health what `GET /health` looks at
/// @param breaker what stands before the payment service in each process
/// @param delivery how sure it is that jobs are done, and done once
/// @param parted what reading and renaming a family do while the primary cannot be reached
public record Variants(CacheFailure cacheFailure, MissingFamily missingFamily, Caching caching, Health health,
    Optional<BreakerPlan> breaker, Delivery delivery, Parted parted) {

  /// What a failing cache does to a request.
  public enum CacheFailure {
    /// It fails too, as in the text.
    FAIL("fail"),
    /// It goes on with the database. A page that could not be invalidated stays for the rest of its time.
    ASK_DATABASE("askDatabase");

    private final String id;

    CacheFailure(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What a request for a family gets that does not exist.
  public enum MissingFamily {
    /// An error: the text keeps the first row of none, which is `undefined`, and the cache refuses that.
    TEXT_BUG("textBug"),
    /// A plain 404.
    NOT_FOUND("notFound");

    private final String id;

    MissingFamily(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What keeps many requests from fetching the same page at once.
  public enum Stampede {
    /// Nothing, as in the text.
    NONE("none"),
    /// Those on the same server who miss a page that is being fetched wait for the one fetch.
    SINGLE_FLIGHT("singleFlight"),
    /// The cache gives one of all who miss the lease to fetch; the others look again in a while.
    LEASE("lease"),
    /// Some request fetches a page anew before it ends.
    EARLY_EXPIRATION("earlyExpiration");

    private final String id;

    Stampede(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What `GET /health` looks at.
  public enum Health {
    /// Nothing: the server is well when it answers, as in the text.
    SHALLOW("shallow"),
    /// The cache and the primary: the server is unwell when one of them is.
    DEEP("deep");

    private final String id;

    Health(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What a route does while the primary cannot be reached: consistency against availability.
  public enum Conduct {
    /// As in the text: reads come from cache and replica, whatever they know; a write fails.
    AS_TEXT("asText"),
    /// Consistent: a read asks the primary and nobody else; who cannot be sure answers 503.
    REFUSE("refuse"),
    /// Available: a read shows what is known here; a write is accepted here, told as done, and merged later.
    SERVE("serve");

    private final String id;

    Conduct(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What single routes do while the primary cannot be reached.
  ///
  /// @param read one family's page
  /// @param rename a family's new name
  public record Parted(Conduct read, Conduct rename) {
    /// As in the text.
    public Parted() {
      this(Conduct.AS_TEXT, Conduct.AS_TEXT);
    }
  }

  /// How sure it is that what follows from a request is done, and done only once.
  ///
  /// @param outbox whether the jobs of an enrolment are written with it, in one transaction, and handed over afterwards
  /// @param idempotencyKeys whether a request that comes again enrols nobody twice, and services outside are given a
  ///     key by which they do each thing only once
  public record Delivery(boolean outbox, boolean idempotencyKeys) {
    /// The text's: neither.
    public Delivery() {
      this(false, false);
    }
  }

  /// How pages are kept.
  ///
  /// @param timeToLive how long a page stays
  /// @param absentTimeToLive how long it is remembered that there is no such page; zero for not at all
  /// @param stampede what keeps many requests from fetching the same page at once
  /// @param leaseLifetime how long a lease is good, for [Stampede#LEASE]
  /// @param lookAgain after which time to look again while another one has the lease
  /// @param eagerness β of [Stampede#EARLY_EXPIRATION]: above 1 earlier, below 1 later; 0 never early
  public record Caching(Duration timeToLive, Duration absentTimeToLive, Stampede stampede, Duration leaseLifetime,
      Duration lookAgain, double eagerness) {

    /// The text's: five minutes, nothing about what is absent, no protection.
    public Caching() {
      this(Duration.ofMinutes(5), Duration.ZERO, Stampede.NONE, Duration.ofSeconds(10), Duration.ofMillis(10), 1);
    }

    /// The same with another protection.
    public Caching with(Stampede protection) {
      return new Caching(timeToLive, absentTimeToLive, protection, leaseLifetime, lookAgain, eagerness);
    }

    /// How long a page is kept, or that there is none; empty when it is not.
    Optional<Duration> timeToLive(Optional<String> page) {
      var time = page.isPresent() ? timeToLive : absentTimeToLive;
      return time.isZero() ? Optional.empty() : Optional.of(time);
    }
  }

  /// The text's choices, but with its mistake about missing families mended.
  public Variants() {
    this(CacheFailure.FAIL, MissingFamily.NOT_FOUND, new Caching(), Health.SHALLOW);
  }

  /// With the text's breaker.
  public Variants(CacheFailure cacheFailure, MissingFamily missingFamily, Caching caching, Health health) {
    this(cacheFailure, missingFamily, caching, health, Optional.of(BreakerPlan.of(BreakerPlan.Kind.TEXT)),
        new Delivery(), new Parted());
  }

  /// The same with another protection from stampedes.
  public Variants with(Stampede protection) {
    return new Variants(cacheFailure, missingFamily, caching.with(protection), health, breaker, delivery, parted);
  }
}
