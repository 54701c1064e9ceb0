package tenfold.port;

/// The connection request was dropped without a word; the caller learns it only by waiting until its own
/// time-out. It is thrown at once so that the wait costs no suspended call: who calls must wait by itself.
public final class NoAnswer extends PortFailure {
  private static final long serialVersionUID = 1;

  /// @param who the part that dropped it
  public NoAnswer(String who) {
    super(who + " dropped the connection request");
  }
}
