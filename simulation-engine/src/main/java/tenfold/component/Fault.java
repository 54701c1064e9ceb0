package tenfold.component;

import java.util.Optional;

/// What can go wrong with a part, with the way between two, or with a whole zone. A kind says in its [Kind] which of
/// those of parts can happen to it.
public enum Fault {
  /// The process ends; all that it had under way is lost, and what it kept in memory. It starts anew by itself.
  CRASH("crash", Reach.PART),
  /// The process accepts work and never finishes it, until it is restarted.
  HANG("hang", Reach.PART),
  /// The process is stopped and starts anew.
  RESTART("restart", Reach.PART),
  /// A cache forgets everything at once and goes on (FLUSHALL).
  FLUSH("flush", Reach.PART),
  /// Everything that it does takes several times as long, for a while.
  SLOW("slow", Reach.PART, new Strength("×", 1, 1_000, 5)),
  /// A new version of the program fails for a share of the requests, until the old one is put back.
  BAD_DEPLOY("badDeploy", Reach.PART, new Strength("share", 0.001, 1, 0.5)),
  /// What a primary sends comes later, for a while.
  LAG("lag", Reach.PART, new Strength("ms", 1, 600_000, 5_000)),
  /// The database hands over to a replica, although nothing is wrong with it.
  FAILOVER("failover", Reach.PART),
  /// Nothing gets through between two parts, for a while; nobody is told so.
  PARTITION("partition", Reach.WAY, true, Optional.empty()),
  /// A share of the messages between two parts is lost, for a while.
  LOSS("loss", Reach.WAY, new Strength("share", 0.001, 1, 0.1)),
  /// Each message between two parts takes longer, for a while.
  DELAY("delay", Reach.WAY, new Strength("ms", 1, 60_000, 100)),
  /// Everything in a zone is gone, for a while: what can crash there crashes and does not come back before.
  ZONE_OUTAGE("zoneOutage", Reach.ZONE, true, Optional.empty());

  /// How long a fault lasts that nobody says it of, in seconds.
  public static final double STANDARD_SECONDS = 60;

  private final String id;
  private final Reach reach;
  private final boolean lasts;
  private final Optional<Strength> strength;

  Fault(String id, Reach reach) {
    this(id, reach, false, Optional.empty());
  }

  Fault(String id, Reach reach, Strength strength) {
    this(id, reach, true, Optional.of(strength));
  }

  Fault(String id, Reach reach, boolean lasts, Optional<Strength> strength) {
    this.id = id;
    this.reach = reach;
    this.lasts = lasts;
    this.strength = strength;
  }

  /// What a fault happens to.
  public enum Reach {
    /// A part, or one instance of a stack.
    PART,
    /// The way between two parts.
    WAY,
    /// All that is in one zone.
    ZONE
  }

  /// How bad a fault can be.
  ///
  /// @param unit what is counted
  /// @param min the least
  /// @param max the most
  /// @param standard how bad it is when nobody says so
  public record Strength(String unit, double min, double max, double standard) {}

  /// What it happens to.
  public Reach reach() {
    return reach;
  }

  /// Whether it goes on for a while and then is over; others are over at once, whatever follows from them.
  public boolean lasts() {
    return lasts;
  }

  /// How bad it can be; empty where there is no more and no less.
  public Optional<Strength> strength() {
    return strength;
  }

  @Override
  public String toString() {
    return id;
  }
}
