package tenfold.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenfold.component.ComponentSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// A property that is unknown where it stands. Jackson finds those only when a record is complete: a misspelt property
/// shows first as the right one missing, and its place is forgotten. Both are found again here.
///
/// @param name as it stands in the file
/// @param known the names that are known there
/// @param location where it stands
record Misspelling(String name, List<String> known, TokenStreamLocation location) {

  /// The misspelling behind a mistake, if there is one. In a file of a newer version unknown properties are none.
  static Optional<Misspelling> in(JacksonException mistake, String text) {
    if (!isAboutNames(mistake)) {
      return Optional.empty();
    }
    var tree = Json.mapper(true).readTree(text);
    if (tree.path("version").asInt(0) > FileContent.VERSION) {
      return Optional.empty();
    }
    var owner = owner(mistake.getPath());
    var known = known(mistake.getPath().getLast().from());
    return tree.at(owner).propertyNames().stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .map(name -> new Misspelling(name, known,
            Place.of(owner.appendProperty(name), text).orElse(mistake.getLocation())));
  }

  private static boolean isAboutNames(JacksonException mistake) {
    return mistake instanceof UnrecognizedPropertyException
        || mistake instanceof MismatchedInputException && mistake.getOriginalMessage().startsWith("Missing");
  }

  /// The object that the last step of the path leads into.
  private static JsonPointer owner(List<Reference> path) {
    var pointer = JsonPointer.empty();
    for (var step : path.subList(0, path.size() - 1)) {
      pointer = step.getPropertyName() == null
          ? pointer.appendIndex(step.getIndex())
          : pointer.appendProperty(step.getPropertyName());
    }
    return pointer;
  }

  /// The properties of a record, given by its class or by one of its values.
  private static List<String> known(Object record) {
    var type = record instanceof Class<?> given ? given : record.getClass();
    var names = Arrays.stream(type.getRecordComponents()).map(component -> component.getName());
    return (ComponentSpec.class.isAssignableFrom(type) ? Stream.concat(Stream.of("kind"), names) : names).toList();
  }
}
