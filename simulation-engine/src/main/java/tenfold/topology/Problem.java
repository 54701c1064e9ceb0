package tenfold.topology;

/// Something about a topology that the student should know: what, where, and what helps.
///
/// @param node name of the node concerned; empty when it is about the whole
/// @param message what is wrong, one sentence without its full stop
/// @param remedy what to do, one sentence without its full stop
/// @param isFatal whether the system cannot work at all like this
public record Problem(String node, String message, String remedy, boolean isFatal) {

  /// As one line.
  @Override
  public String toString() {
    return (node.isEmpty() ? "" : node + ": ") + message + ". " + remedy + ".";
  }
}
