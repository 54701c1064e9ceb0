package tenfold.port;

/// The connection broke before the answer came: who should have answered is gone.
public final class ConnectionReset extends PortFailure {
  private static final long serialVersionUID = 1;

  /// @param who the part that is gone
  public ConnectionReset(String who) {
    super(who + " reset the connection");
  }
}
