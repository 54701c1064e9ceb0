package tenfold.component;

import java.util.List;

/// Distributes requests over servers, as nginx does.
///
/// @param algorithm how the next server is chosen
/// @param overheadMs time that a request spends in the balancer when nobody is before it
/// @param capacityPerSecond requests per second that the balancer can pass on
/// @param staticMs time for a static file, which the balancer has itself
/// @param connectTimeoutMs how long it waits for a server that drops its connection request
/// @param hashKey what [Algorithm#HASH] and [Algorithm#HASH_MODULO] go by
/// @param stickyCookie whether a cookie brings a client back to the server that answered it
/// @param stickySeconds how long a client keeps that cookie; then any server is as good; 0 for as long as it is there
/// @param maxConnections requests under way at one server at most; 0 for any number
/// @param proxying how long it waits and how often it tries
/// @param passiveChecks how failed requests keep a server out
/// @param activeChecks how it asks servers whether they are well
/// @param weights servers whose weight is not 1
/// @param restartMs time after a crash until it takes requests again
@Kind(id = "load-balancer", label = "Balancer", group = Kind.Group.SERVE,
    icon = "share-2", calls = {AppServer.class, LoadBalancer.class},
    summary = "Spreads requests over all servers behind it.",
    models = {
      "nginx’s choices: smooth weighted round robin, least connections, IP hash over the first three "
          + "octets, random, the better of two, and a hash by page, address or session, on a ring or modulo; a "
          + "sticky cookie on top of any, and backups for when nobody else takes requests.",
      "Passive checks by nginx’s clock of whole seconds (max_fails, fail_timeout), and the active checks of "
          + "the check module or of HAProxy: connect or GET /health, rise, fall, time-out, servers that start down.",
      "A connection for each request, which takes a round trip, or some that are kept. Static files are its own, of "
          + "the release that was deployed; a bad deployment is a release of which a share does not work.",
      "Time-outs to connect and to read, and trying the next server: a POST that was sent is not sent "
          + "again, a GET or a PUT is. 502 when nobody is available or accepts, 504 when the last try took too "
          + "long.",
      "Its own worker: each request takes its turn there, at the capacity given. It can crash; then nobody gets "
          + "in."},
    leavesOut = {
      "Answers that come in parts, and the time-out between two writes, since a request goes out in one.",
      "Slow start, IPv6, and state shared between several workers.",
      "What it forgets of its servers when it crashes."},
    faults = {Fault.CRASH, Fault.RESTART, Fault.SLOW, Fault.BAD_DEPLOY},
    figures = {Figure.UTILISATION, Figure.QUEUE_LENGTH, Figure.RESPONSE_TIME})
public record LoadBalancer(
    @Param(label = "Algorithm", live = true, source = "nginx: round robin by default") Algorithm algorithm,
    @Param(label = "Overhead", unit = "ms", max = 20, live = true, source = "calibration (d)") double overheadMs,
    @Param(label = "Capacity", unit = "requests/s", min = 100, max = 1e7, live = true, source = "teaching value")
        double capacityPerSecond,
    @Param(label = "Static file", unit = "ms", max = 1_000, live = true, mayBeAbsent = true, source = "nginx: 0.2 ms")
        double staticMs,
    @Param(label = "Connect time-out", unit = "ms", min = 1, max = 600_000, live = true,
        source = "pattern text: proxy_connect_timeout 5s") double connectTimeoutMs,
    @Param(label = "Hash by", live = true, mayBeAbsent = true, source = "student's choice") HashKey hashKey,
    @Param(label = "Sticky cookie", live = true, mayBeAbsent = true, source = "nginx: off") boolean stickyCookie,
    @Param(label = "Sticky for", unit = "s", max = 86_400, live = true, mayBeAbsent = true,
        source = "nginx’s example: expires=1h") int stickySeconds,
    @Param(label = "Most connections", unit = "per server", max = 100_000, live = true, mayBeAbsent = true,
        source = "nginx: max_conns=0, no limit") int maxConnections,
    @Param(label = "Proxying", mayBeAbsent = true) Proxying proxying,
    @Param(label = "Passive checks", mayBeAbsent = true) PassiveChecks passiveChecks,
    @Param(label = "Active checks", mayBeAbsent = true) ActiveChecks activeChecks,
    @Param(label = "Weights", live = true, mayBeAbsent = true, source = "nginx: 1") List<ServerWeight> weights,
    @Param(label = "Restart", unit = "ms", max = 600_000, live = true, mayBeAbsent = true, source = "teaching value")
        double restartMs)
    implements ComponentSpec {

  /// How the next server is chosen.
  public enum Algorithm {
    /// One after the other, in proportion to their weights.
    ROUND_ROBIN("roundRobin"),
    /// The one with the fewest requests under way for its weight; among equals, one after the other.
    LEAST_CONNECTIONS("leastConnections"),
    /// By the client's network: the first three octets of its address.
    IP_HASH("ipHash"),
    /// Any, in proportion to their weights.
    RANDOM("random"),
    /// Of two drawn at random, the one with fewer requests under way.
    RANDOM_TWO("randomTwo"),
    /// By a key, so that few keys move when a server comes or goes.
    HASH("hash"),
    /// By a key and the number of servers, so that most keys move when a server comes or goes.
    HASH_MODULO("hashModulo");

    private final String id;

    Algorithm(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// What requests are hashed by, with [Algorithm#HASH] and [Algorithm#HASH_MODULO].
  public enum HashKey {
    /// The path asked for: each page has its server.
    PATH("path"),
    /// The client's address.
    ADDRESS("address"),
    /// The session cookie; without one, round robin.
    SESSION("session");

    private final String id;

    HashKey(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// Keeps the list as it is.
  public LoadBalancer {
    weights = List.copyOf(weights);
  }

  /// Round robin, half a millisecond.
  public LoadBalancer() {
    this(Algorithm.ROUND_ROBIN, 0.5, 50_000, 5_000);
  }

  /// A balancer with the defaults of everything else.
  public LoadBalancer(Algorithm algorithm, double overheadMs, double capacityPerSecond, double connectTimeoutMs) {
    this(algorithm, overheadMs, capacityPerSecond, 0.2, connectTimeoutMs, HashKey.PATH, false, 3_600, 0, new Proxying(),
        new PassiveChecks(), new ActiveChecks(), List.of(), 1_000);
  }

  /// What is said of an instance, named as in "Server#2".
  ServerWeight weight(String instance) {
    return weights.stream()
        .filter(entry -> instance.equals(entry.server()) || instance.startsWith(entry.server() + "#"))
        .findFirst().orElse(new ServerWeight(instance, 1));
  }

  @Override
  public List<Billed> billed() {
    return List.of(Billed.monthly("load-balancer"));
  }

  @Override
  public Component build(Site site) {
    return new Balancer(this, site);
  }
}
