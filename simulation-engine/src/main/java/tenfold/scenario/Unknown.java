package tenfold.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What stands in a newer file and is unknown to this version.
final class Unknown {
  private Unknown() {}

  /// Paths of the properties that `whole` has and `known` has not.
  static List<String> paths(JsonNode known, JsonNode whole) {
    var found = new ArrayList<String>();
    collect(known, whole, "", found);
    return found;
  }

  /// Puts the properties that `whole` has and `tree` has not into `tree`. Entries of lists are the same when they
  /// have the same name, or the same two ends.
  static void restore(ObjectNode tree, ObjectNode whole) {
    whole.properties().forEach(property -> {
      var mine = tree.get(property.getKey());
      if (mine == null) {
        tree.set(property.getKey(), property.getValue());
      } else if (mine instanceof ObjectNode inner && property.getValue() instanceof ObjectNode wholeInner) {
        restore(inner, wholeInner);
      } else if (mine.isArray()) {
        mine.forEach(entry -> same(entry, property.getValue()).ifPresent(other -> restore((ObjectNode) entry, other)));
      }
    });
  }

  private static void collect(JsonNode known, JsonNode whole, String prefix, List<String> found) {
    whole.properties().forEach(property -> {
      var path = prefix + property.getKey();
      var mine = known.get(property.getKey());
      if (mine == null) {
        found.add(path);
      } else if (mine.isObject()) {
        collect(mine, property.getValue(), path + ".", found);
      } else if (mine.isArray()) {
        property.getValue().forEach(entry -> same(entry, mine).ifPresent(other ->
            collect(other, entry, path + "[" + identity(entry) + "].", found)));
      }
    });
  }

  private static Optional<ObjectNode> same(JsonNode entry, JsonNode list) {
    for (var candidate : list) {
      if (entry.isObject() && candidate instanceof ObjectNode object && identity(entry).equals(identity(candidate))) {
        return Optional.of(object);
      }
    }
    return Optional.empty();
  }

  private static String identity(JsonNode entry) {
    return entry.has("name")
        ? entry.get("name").asString("")
        : entry.has("route")
            ? entry.get("route").asString("")
            : entry.path("from").asString("") + " → " + entry.path("to").asString("");
  }
}
