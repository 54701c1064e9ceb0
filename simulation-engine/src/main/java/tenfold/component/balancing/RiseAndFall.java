package tenfold.component.balancing;

/// Counts checks in a row: so many good ones bring a peer up, so many bad ones down.
///
/// Sources: nginx_upstream_check_module, `ngx_http_upstream_check_status_update`; HAProxy, `check.health`.
public final class RiseAndFall {
  private final int rise;
  private final int fall;
  private boolean isUp;
  private int good;
  private int bad;

  /// @param rise good checks in a row that bring it up
  /// @param fall bad checks in a row that bring it down
  public RiseAndFall(int rise, int fall, boolean isUp) {
    this.rise = rise;
    this.fall = fall;
    this.isUp = isUp;
  }

  /// The next bad check brings it down, however many that takes otherwise.
  public void isOnTrial() {
    bad = fall - 1;
  }

  /// Takes the result of a check.
  ///
  /// @return whether the peer is up now
  public boolean isUpAfter(boolean isGood) {
    good = isGood ? good + 1 : 0;
    bad = isGood ? 0 : bad + 1;
    isUp = isUp ? bad < fall : good >= rise;
    return isUp;
  }
}
