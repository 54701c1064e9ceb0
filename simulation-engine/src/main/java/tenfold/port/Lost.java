package tenfold.port;

/// A message was lost on its way, so that no answer will ever come; the called part may have done its work. Like
/// [NoAnswer] it is thrown at once so that the wait costs no suspended call: who calls must wait by itself.
public final class Lost extends PortFailure {
  private static final long serialVersionUID = 1;

  /// @param way the way on which it was lost, as in "Families → Balancer"
  public Lost(String way) {
    super("a message was lost on the way " + way);
  }
}
