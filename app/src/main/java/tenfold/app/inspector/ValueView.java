package tenfold.app.inspector;

/// Shows values of a record and follows its changes.
interface ValueView {
  /// Shows the values of `owner`, the changed record.
  void show(Record owner);
}
