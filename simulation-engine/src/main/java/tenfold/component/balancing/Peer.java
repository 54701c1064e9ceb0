package tenfold.component.balancing;

/// A server as its balancer sees it: its weight, its connections, its failures.
///
/// Source: nginx 1.31, `ngx_http_upstream_rr_peer_t` and the get and free functions of
/// `ngx_http_upstream_round_robin.c`. Left out: slow start, backup peers, shared memory.
public final class Peer {
  /// Smooth weighted round robin's own numbers.
  int currentWeight;
  int effectiveWeight;

  private final String name;
  private int weight;
  private int connections;
  private boolean isDown;
  private int fails;
  private long accessedSeconds;
  private long checkedSeconds;

  /// A peer without connections that never failed.
  public Peer(String name, int weight) {
    this.name = name;
    this.weight = weight;
    this.effectiveWeight = weight;
  }

  /// Name, unique among the peers of a balancer.
  public String name() {
    return name;
  }

  /// Its share of the requests, relative to the others' weights.
  public int weight() {
    return weight;
  }

  /// Gives it another share, or the same again.
  public void weight(int changed) {
    if (changed != weight) {
      weight = changed;
      effectiveWeight = changed;
    }
  }

  /// Requests under way.
  public int connections() {
    return connections;
  }

  /// Whether active checks found it down.
  public boolean isDown() {
    return isDown;
  }

  /// Active checks found it down, or up again.
  public void isDown(boolean down) {
    isDown = down;
  }

  /// Whether its failures keep it out now.
  public boolean isKeptOut(long nowSeconds, FailureRule rule) {
    return rule.maxFails() > 0 && fails >= rule.maxFails()
        && nowSeconds - checkedSeconds <= rule.failTimeoutSeconds();
  }

  /// It gets a request. The first one after the fail time-out opens a trial: while that lasts, an answer forgets the
  /// failures, and until then nobody else is sent to the peer.
  public void chosen(long nowSeconds, FailureRule rule) {
    connections++;
    if (nowSeconds - checkedSeconds > rule.failTimeoutSeconds()) {
      checkedSeconds = nowSeconds;
    }
  }

  /// A request ended with an answer.
  public void answered() {
    connections--;
    if (accessedSeconds < checkedSeconds) {
      fails = 0;
    }
  }

  /// A request ended without an answer: the peer gets fewer of the next ones.
  public void failed(long nowSeconds, FailureRule rule) {
    connections--;
    if (rule.maxFails() > 0) {
      fails++;
      accessedSeconds = nowSeconds;
      checkedSeconds = nowSeconds;
      effectiveWeight = Math.max(0, effectiveWeight - weight / rule.maxFails());
    }
  }

  /// Whether it has more requests under way for its weight than another.
  boolean isBusierThan(Peer other) {
    return (long) connections * other.weight > (long) other.connections * weight;
  }

  @Override
  public String toString() {
    return name;
  }
}
