package tenfold.port;

/// The caller waited as long as it was prepared to; the called part may still be at work.
public final class CallTimeout extends PortFailure {
  private static final long serialVersionUID = 1;

  /// @param what the call that took too long
  public CallTimeout(String what) {
    super(what + " timed out");
  }
}
