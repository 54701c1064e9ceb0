package tenfold.component;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Parameters that belong together: those of a component itself, or those of a record inside it, such as the
/// connection pool of a server.
///
/// @param whole the record inside, as a parameter of the component; empty for the component itself
/// @param parameters what it consists of, in order
public record ParameterGroup(Optional<Parameter> whole, List<Parameter> parameters) {

  /// The groups of a component: its own parameters first, then the records inside it in order.
  public static List<ParameterGroup> of(Class<?> recordType) {
    var groups = new LinkedHashMap<List<RecordComponent>, List<Parameter>>();
    groups.put(List.of(), new ArrayList<>());
    Parameter.of(recordType).forEach(parameter ->
        groups.computeIfAbsent(parameter.wayToGroup(), _ -> new ArrayList<>()).add(parameter));
    return groups.entrySet().stream()
        .filter(group -> !group.getValue().isEmpty())
        .map(group -> new ParameterGroup(
            group.getKey().isEmpty() ? Optional.empty() : Optional.of(Parameter.at(group.getKey())),
            List.copyOf(group.getValue())))
        .toList();
  }

  /// The parameter that switches the whole group on or off, where it has one: it comes first.
  public Optional<Parameter> onOff() {
    return whole.isPresent() && parameters.getFirst().type() == boolean.class
        ? Optional.of(parameters.getFirst()) : Optional.empty();
  }
}
