package tenfold.resilience;

/// Lets retries be only a share of the calls, so that they cannot multiply the load of a service that fails. Each first
/// call pays its share in, each retry takes one out; a few can be saved up.
///
/// Source: Beyer et al., *Site Reliability Engineering*, 2016, ch. 21 (retries below a tenth of the requests); the
/// account as in Finagle's `RetryBudget`.
public final class RetryBudget {
  private static final double MOST_SAVED = 10;

  private final double share;
  private double balance = MOST_SAVED;

  /// @param share retries for each first call, above 0 to 1
  public RetryBudget(double share) {
    this.share = share;
  }

  /// A first call is made.
  public void called() {
    balance = Math.min(MOST_SAVED, balance + share);
  }

  /// Takes a retry out, if there is one.
  public boolean retry() {
    if (balance < 1) {
      return false;
    }
    balance--;
    return true;
  }
}
