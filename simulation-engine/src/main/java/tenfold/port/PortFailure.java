package tenfold.port;

/// A call to a port failed in a way that belongs to the world, not to the program. Cheap to throw: it keeps no
/// stack trace.
public abstract sealed class PortFailure extends RuntimeException
    permits CallTimeout, ConnectionRefused, ConnectionReset, Lost, NoAnswer, NotCalled, ServiceError {
  private static final long serialVersionUID = 1;

  PortFailure(String message) {
    super(message, null, false, false);
  }
}
