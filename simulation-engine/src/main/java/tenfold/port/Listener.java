package tenfold.port;

/// Accepts connections: what a TCP health check looks at.
@FunctionalInterface
public interface Listener {
  /// Opens a connection and closes it again, without a request.
  ///
  /// @throws ConnectionRefused when nothing accepts the connection
  /// @throws NoAnswer when the connection request is dropped without a word
  void connect();
}
