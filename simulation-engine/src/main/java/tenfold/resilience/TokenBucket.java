package tenfold.resilience;

/// Lets so many through a second, and as many at once as have been saved up. Source: Turner, "New directions in
/// communications", IEEE Communications Magazine 24(10), 1986 (the leaky bucket as a meter); as in Guava's
/// `RateLimiter` it starts full.
public final class TokenBucket {
  private final double perNano;
  private final double most;
  private double tokens;
  private long lastNanos;

  /// @param perSecond tokens that come a second
  /// @param most tokens that can be saved up, at least 1
  /// @param nowNanos the time
  public TokenBucket(double perSecond, double most, long nowNanos) {
    this.perNano = perSecond / 1e9;
    this.most = most;
    this.tokens = most;
    this.lastNanos = nowNanos;
  }

  /// Takes a token, if one is there.
  public boolean take(long nowNanos) {
    tokens = Math.min(most, tokens + (nowNanos - lastNanos) * perNano);
    lastNanos = nowNanos;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
