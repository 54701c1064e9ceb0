package tenfold.port;

/// A database that accepts connections.
@FunctionalInterface
public interface DatabaseServer {
  /// Opens a connection.
  ///
  /// @throws ServiceError when there are too many
  Connection connect();

  /// A connection to a database: executes one statement after the other.
  interface Connection extends Database, AutoCloseable {
    @Override
    void close();
  }
}
