package tenfold.port;

/// A database that accepts connections.
@FunctionalInterface
public interface DatabaseServer {
  /// Opens a connection.
  ///
  /// @param cpuNanos processor time that the database spends on it
  /// @throws ServiceError when there are too many
  /// @throws ConnectionRefused when the database is down
  Connection connect(long cpuNanos);

  /// A connection to a database: executes one statement after the other.
  interface Connection extends Database, AutoCloseable {
    /// Whether it can still be used: it breaks when the database ends.
    boolean isOpen();

    @Override
    void close();
  }
}
