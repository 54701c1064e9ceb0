package tenfold.component;

/// One instance of a component at work.
public interface Component {
  /// Takes over parameters of which only live ones differ from the present ones.
  void update(ComponentSpec spec);

  /// Something goes wrong with the instance, or is done to it.
  default void suffer(Fault fault) {}

  /// The instance leaves: it gets no new calls and finishes what it has.
  default void leave() {}
}
