package tenfold.port;

/// A guard between caller and service refused to make the call: its breaker is open, its limit is reached.
public final class NotCalled extends PortFailure {
  /// Status of an answer that says that there is too much: a limit is reached.
  public static final int TOO_MANY = 429;
  /// Status of an answer that says that the service is not there for anybody.
  public static final int UNAVAILABLE = 503;

  private static final long serialVersionUID = 1;

  private final int status;

  /// @param message why
  /// @param status as an HTTP answer says it
  public NotCalled(String message, int status) {
    super(message);
    this.status = status;
  }

  /// As an HTTP answer says it: [#TOO_MANY] or [#UNAVAILABLE].
  public int status() {
    return status;
  }
}
