package tenfold.component;

import java.util.ArrayDeque;
import java.util.Deque;
import tenfold.component.balancing.Peer;

/// A balancer's connections to servers that wait for the next request; of too many the one that has waited longest is
/// closed.
///
/// Source: nginx 1.31, `ngx_http_upstream_keepalive_module.c`.
final class KeptConnections {
  private final Deque<Peer> idle = new ArrayDeque<>();
  private int limit;

  /// Keeps so many from now on, over all servers.
  void limit(int connections) {
    limit = connections;
    while (idle.size() > limit) {
      idle.removeFirst();
    }
  }

  /// Takes a kept connection to that server, if there is one.
  boolean take(Peer peer) {
    return idle.removeLastOccurrence(peer);
  }

  /// Keeps a connection over which an answer has come.
  void keep(Peer peer) {
    if (limit > 0) {
      idle.addLast(peer);
      limit(limit);
    }
  }

  /// A server is gone, and its connections with it.
  void forget(Peer peer) {
    idle.removeIf(peer::equals);
  }
}
