package tenfold.component;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A parameter of a component as data: how to name, check and read it. A group inside a component (the connection
/// pool of a server) is flattened, with a path as in "pool.limit".
///
/// @param path name in the file, with dots between groups
/// @param annotation label, unit and range
/// @param type `int`, `double`, `boolean`, `String`, an enum or a `List`
/// @param accessors how to get from the component to the value
public record Parameter(String path, Param annotation, Class<?> type, List<RecordComponent> accessors) {

  /// Finding them by reflection takes longer than all that is done with them.
  private static final ClassValue<List<Parameter>> KNOWN = new ClassValue<>() {
    @Override
    protected List<Parameter> computeValue(Class<?> recordType) {
      var found = new ArrayList<Parameter>();
      collect(recordType, List.of(), found);
      return List.copyOf(found);
    }
  };

  /// The parameters of a component or group, in the order of its record.
  public static List<Parameter> of(Class<?> recordType) {
    return KNOWN.get(recordType);
  }

  /// The parameter at the end of that way through a component, which may be a group of others.
  static Parameter at(List<RecordComponent> way) {
    var last = way.getLast();
    var annotation = last.getAnnotation(Param.class);
    var path = way.stream().map(RecordComponent::getName).collect(Collectors.joining("."));
    if (annotation == null) {
      throw new IllegalStateException("parameter " + path + " of " + way.getFirst().getDeclaringRecord()
          + " needs @Param");
    }
    return new Parameter(path, annotation, last.getType(), List.copyOf(way));
  }

  /// How to get from the component to the record that the parameter stands in.
  List<RecordComponent> wayToGroup() {
    return accessors.subList(0, accessors.size() - 1);
  }

  /// The values that can be chosen from, in order; empty for what is typed.
  public List<Object> choices() {
    if (type == boolean.class) {
      return List.of(false, true);
    }
    return type.isEnum() ? List.of((Object[]) type.getEnumConstants()) : List.of();
  }

  /// Whether it is the name of a node, which may also be none.
  public boolean namesNode() {
    return annotation.nodesOf() != ComponentSpec.class;
  }

  /// The value that a new component of the same kind has.
  public Object standard(Record owner) {
    return value(made(owner.getClass()));
  }

  /// A new entry of a list, with its defaults.
  public Record newEntry() {
    return made(entryType());
  }

  /// The value that `owner` has.
  public Object value(Object owner) {
    Object value = owner;
    for (var accessor : accessors) {
      value = read(accessor, value);
    }
    return value;
  }

  /// The type of a list's entries.
  public Class<?> entryType() {
    var list = (ParameterizedType) accessors.getLast().getGenericType();
    return (Class<?>) list.getActualTypeArguments()[0];
  }

  /// A copy of `owner` in which this parameter has another value.
  public <R extends Record> R with(R owner, Object changed) {
    return replace(owner, 0, changed);
  }

  /// A copy of `owner` in which the names of nodes, those in lists too, are others.
  public static Record renamed(Record owner, UnaryOperator<String> names) {
    var changed = owner;
    for (var parameter : of(owner.getClass())) {
      switch (parameter.value(changed)) {
        case String name when parameter.namesNode() && !name.isEmpty() ->
          changed = parameter.with(changed, names.apply(name));
        case List<?> list when list.stream().anyMatch(Record.class::isInstance) ->
          changed = parameter.with(changed, list.stream().map(entry -> renamed((Record) entry, names)).toList());
        default -> {
          // It speaks of no node.
        }
      }
    }
    return changed;
  }

  /// Whether both owners have the same value.
  public boolean sameIn(Object one, Object other) {
    return Objects.equals(value(one), value(other));
  }

  /// What is wrong with the value of `owner`, as "maxConnections must be between 1 and 100000, not -3"; empty when
  /// it is legal.
  public List<String> faults(Object owner) {
    return switch (value(owner)) {
      case Number number when !(number.doubleValue() >= annotation.min() && number.doubleValue() <= annotation.max()) ->
        List.of("%s must be between %s and %s, not %s"
            .formatted(path, plain(annotation.min()), plain(annotation.max()), plain(number.doubleValue())));
      case List<?> list -> list.stream().flatMap(entry -> faultsOfEntry(entry).stream()).toList();
      default -> List.of();
    };
  }

  /// All that is wrong with a component's values.
  public static List<String> faultsOf(Object recordValue) {
    return of(recordValue.getClass()).stream().flatMap(p -> p.faults(recordValue).stream()).toList();
  }

  private List<String> faultsOfEntry(Object entry) {
    return entry instanceof Record ? faultsOf(entry).stream().map(fault -> path + ": " + fault).toList() : List.of();
  }

  private <R extends Record> R replace(R group, int depth, Object changed) {
    var components = group.getClass().getRecordComponents();
    var types = new Class<?>[components.length];
    var values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = read(components[i], group);
      if (components[i].getName().equals(accessors.get(depth).getName())) {
        values[i] = depth == accessors.size() - 1 ? changed : replace((Record) values[i], depth + 1, changed);
      }
    }
    try {
      @SuppressWarnings("unchecked") // a record's class makes that record
      var type = (Class<R>) group.getClass();
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("a component must be a public record: " + group.getClass(), impossible);
    }
  }

  static Record made(Class<?> type) {
    try {
      return (Record) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(type + " needs a public constructor without arguments for its defaults", missing);
    }
  }

  private static Object read(RecordComponent component, Object group) {
    try {
      return component.getAccessor().invoke(group);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException("a component's parameters must be public: " + component, impossible);
    }
  }

  private static void collect(Class<?> type, List<RecordComponent> way, List<Parameter> found) {
    for (var component : type.getRecordComponents()) {
      var accessors = new ArrayList<>(way);
      accessors.add(component);
      if (component.getType().isRecord()) {
        collect(component.getType(), accessors, found);
      } else {
        found.add(at(accessors));
      }
    }
  }

  /// A number without exponent and needless zeros.
  public static String plain(double number) {
    return !Double.isFinite(number) ? Double.toString(number)
        : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
  }
}
