package tenfold.component;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Those who offer a port to an instance now, in the order of the links.
///
/// @param <P> the port
public final class Peers<P> {
  private List<P> current = List.of();
  private List<String> names = List.of();
  private Consumer<P> onArrival = _ -> {};
  private Consumer<P> onDeparture = _ -> {};
  private Runnable onChange = () -> {};

  /// An empty list; whoever wires the topology fills it.
  public Peers() {}

  /// Who is there now. The list is immutable; its elements stay the same objects as long as they are linked.
  public List<P> current() {
    return current;
  }

  /// Their names, in the order of [#current].
  List<String> names() {
    return names;
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

  /// Runs `action` whenever the topology was wired anew.
  void onChange(Runnable action) {
    onChange = action;
  }

  /// Replaces who is there.
  ///
  /// @param peersNames the peers' names, in the order of the peers
  public void replace(List<P> peers, List<String> peersNames) {
    var before = current;
    current = List.copyOf(peers);
    names = List.copyOf(peersNames);
    before.stream().filter(peer -> isMissing(peer, current)).forEach(onDeparture);
    current.stream().filter(peer -> isMissing(peer, before)).forEach(onArrival);
    onChange.run();
  }

  private static boolean isMissing(Object peer, List<?> list) {
    return list.stream().noneMatch(other -> other == peer);
  }
}
