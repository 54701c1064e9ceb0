package tenfold.component.balancing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A request on its way through the peers: what it is hashed by, whom it has tried already.
public final class Visit {
  private static final int MOST_MISSES = 20;

  private final int address;
  private final String key;
  private final Predicate<Peer> isAvailable;
  private final List<Peer> tried = new ArrayList<>(2);
  private int misses;
  private int rehashes;

  /// How far the hashing choices have got; they go on from there when a peer fails.
  private int hash = -1;

  /// @param address the client's IPv4 address
  /// @param key what [ConsistentHash] and [ModuloHash] go by; empty for nothing
  /// @param isAvailable whether a peer takes requests now: neither down, nor kept out, nor full
  public Visit(int address, String key, Predicate<Peer> isAvailable) {
    this.address = address;
    this.key = key;
    this.isAvailable = isAvailable;
  }

  /// Whether the request may go to that peer: it is available and was not tried.
  public boolean allows(Peer peer) {
    return !tried.contains(peer) && isAvailable.test(peer);
  }

  /// Goes to that peer, which counts as tried from now on.
  public Optional<Peer> goTo(Peer peer) {
    tried.add(peer);
    return Optional.of(peer);
  }

  int address() {
    return address;
  }

  String key() {
    return key;
  }

  int hash() {
    return hash;
  }

  void hash(int reached) {
    hash = reached;
  }

  /// How often [ModuloHash] has hashed the key.
  int rehashes() {
    return rehashes;
  }

  /// Sets how far hashing has got with one more hash of the key.
  void rehash(int reached) {
    hash = reached;
    rehashes++;
  }

  /// A look at a peer that cannot be taken.
  void missed() {
    misses++;
  }

  /// Whether it may go on looking; after 20 misses nginx falls back on round robin.
  boolean maySearch() {
    return misses <= MOST_MISSES;
  }
}
