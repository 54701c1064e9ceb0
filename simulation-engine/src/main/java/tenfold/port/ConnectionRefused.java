package tenfold.port;

/// Nobody accepts connections there, or the accept queue is full and says so.
public final class ConnectionRefused extends PortFailure {
  private static final long serialVersionUID = 1;

  /// @param who the part that refused
  public ConnectionRefused(String who) {
    super(who + " refused the connection");
  }
}
