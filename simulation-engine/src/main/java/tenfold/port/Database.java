package tenfold.port;

/// A relational database, or a connection to one.
@FunctionalInterface
public interface Database {
  /// Executes a statement and returns its result.
  ///
  /// @throws ServiceError when the database refuses it
  <R> R query(Statement<R> statement, Object... parameters);

  /// What a handler finds where no database is wired: every statement is refused at once.
  static Database absent() {
    return new Database() {
      @Override
      public <R> R query(Statement<R> statement, Object... parameters) {
        throw new ServiceError("no database is connected");
      }
    };
  }
}
