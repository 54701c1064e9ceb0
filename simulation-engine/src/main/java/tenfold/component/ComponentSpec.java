package tenfold.component;

/// What a component is: its kind and its parameters, as immutable data. Every kind has a constructor without
/// arguments that gives the defaults.
public sealed interface ComponentSpec
    permits Families, LoadBalancer, AppServer, RedisCache, DatabasePrimary, ReadReplica, OutsideServices {

  /// Makes one instance of the component at work at `site` and offers its ports there.
  Component build(Site site);

  /// How many identical instances the node stands for (a stack).
  default int instances() {
    return 1;
  }

  /// The same component as a stack of another height; components that cannot be stacked stay as they are.
  default ComponentSpec withInstances(int count) {
    return this;
  }

  /// The node on whose cores this one runs too; empty for cores of its own.
  default String host() {
    return "";
  }

  /// The annotation of this kind.
  default Kind kind() {
    return kind(getClass());
  }

  /// The annotation of a kind.
  static Kind kind(Class<? extends ComponentSpec> type) {
    return type.getAnnotation(Kind.class);
  }
}
