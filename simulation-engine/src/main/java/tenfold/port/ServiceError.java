package tenfold.port;

/// A service answered with an error of its own, such as the database's "too many connections".
public final class ServiceError extends PortFailure {
  private static final long serialVersionUID = 1;

  /// @param message the service's own words
  public ServiceError(String message) {
    super(message);
  }
}
