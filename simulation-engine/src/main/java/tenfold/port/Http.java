package tenfold.port;

/// Answers a request: a handler, a server, a balancer, a link.
@FunctionalInterface
public interface Http {
  /// Sends the request and returns the answer.
  ///
  /// @throws ConnectionRefused when nothing accepts the connection
  /// @throws NoAnswer when the connection request is dropped without a word
  /// @throws Lost when request or answer is lost on the way
  Response send(Request request);
}
