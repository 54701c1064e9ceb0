package tenfold.component;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a component is: its kind and its parameters, as immutable data. Every kind has a constructor without
/// arguments that gives the defaults.
public sealed interface ComponentSpec
    permits Families, Cdn, LoadBalancer, AppServer, RedisCache, ShardRouter, DatabasePrimary, ReadReplica,
    ReadModel, MessageQueue, Workers, AutoScaler, OutsideServices {

  /// Name of the parameter that makes a component a stack.
  String STACK = "count";

  /// Makes one instance of the component at work at `site` and offers its ports there.
  Component build(Site site);

  /// How many identical instances the node stands for (a stack).
  default int instances() {
    return 1;
  }

  /// The same component as a stack of another height; components that cannot be stacked stay as they are.
  default ComponentSpec withInstances(int count) {
    return (ComponentSpec) Parameter.of(getClass()).stream()
        .filter(parameter -> parameter.path().equals(STACK))
        .findFirst()
        .<Record>map(parameter -> parameter.with((Record) this, count))
        .orElse((Record) this);
  }

  /// How long an instance boots that is launched by an auto-scaler, in milliseconds; 0 when it serves at once.
  default double bootMs() {
    return 0;
  }

  /// How long an instance that is taken away may finish what it has, in milliseconds.
  default double drainMs() {
    return 0;
  }

  /// What one instance is billed for; empty for what costs nothing.
  default List<Billed> billed() {
    return List.of();
  }

  /// The same component at the price that is asked for it, whatever price was typed into it; most have no price of
  /// their own and stay as they are.
  default ComponentSpec atListPrice() {
    return this;
  }

  /// The sizes of machine that it can be had on; empty where there is no choice.
  default List<MachineSize> sizes() {
    return List.of();
  }

  /// The size of machine that it is on; empty when it is none of those that are offered.
  default Optional<MachineSize> size() {
    return Optional.empty();
  }

  /// The same component on a machine of another size; components without sizes stay as they are.
  default ComponentSpec withSize(MachineSize size) {
    return this;
  }

  /// The node on whose cores this one runs too; empty for cores of its own.
  default String host() {
    return "";
  }

  /// Whether that can happen to it.
  default boolean canSuffer(Fault fault) {
    return List.of(kind().faults()).contains(fault);
  }

  /// The annotation of this kind.
  default Kind kind() {
    return kind(getClass());
  }

  /// Its kind's name inside a sentence.
  default String noun() {
    return noun(getClass());
  }

  /// A kind's name inside a sentence: "balancer", "CDN edge".
  static String noun(Class<? extends ComponentSpec> type) {
    var label = kind(type).label();
    return Character.isUpperCase(label.charAt(1)) ? label : label.toLowerCase(Locale.ROOT);
  }

  /// One component of a kind, with its defaults.
  static ComponentSpec standard(Class<? extends ComponentSpec> type) {
    return (ComponentSpec) Parameter.made(type);
  }

  /// The annotation of a kind.
  static Kind kind(Class<? extends ComponentSpec> type) {
    return type.getAnnotation(Kind.class);
  }
}
