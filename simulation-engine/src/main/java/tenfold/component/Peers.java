package tenfold.component;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Those who offer a port to an instance now, in the order of the links.
///
/// @param <P> the port
public final class Peers<P> {
  private List<P> current = List.of();
  private Consumer<P> onArrival = _ -> {};
  private Consumer<P> onDeparture = _ -> {};

  /// An empty list; whoever wires the topology fills it.
  public Peers() {}

  /// Who is there now. The list is immutable; its elements stay the same objects as long as they are linked.
  public List<P> current() {
    return current;
  }

  /// The first who is there.
  Optional<P> first() {
    return current.isEmpty() ? Optional.empty() : Optional.of(current.getFirst());
  }

  /// Calls `greeting` with each peer that comes from now on.
  void onArrival(Consumer<P> greeting) {
    onArrival = greeting;
  }

  /// Calls `farewell` with each peer that goes from now on.
  void onDeparture(Consumer<P> farewell) {
    onDeparture = farewell;
  }

  /// Replaces who is there.
  public void replace(List<P> peers) {
    var before = current;
    current = List.copyOf(peers);
    before.stream().filter(peer -> isMissing(peer, current)).forEach(onDeparture);
    current.stream().filter(peer -> isMissing(peer, before)).forEach(onArrival);
  }

  private static boolean isMissing(Object peer, List<?> list) {
    return list.stream().noneMatch(other -> other == peer);
  }
}
