package tenfold.scenario;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tenfold.component.ComponentSpec;

/// Says in one sentence what is wrong with a file, where, and what helps.
final class Mistake {
  private Mistake() {}

  static String sentence(JacksonException mistake, String text, String source) {
    var misspelling = Misspelling.in(mistake, text);
    var place = misspelling.map(Misspelling::location).or(() -> Optional.ofNullable(mistake.getLocation()));
    var what = misspelling
        .map(wrong -> "unknown property \"" + wrong.name() + "\"" + nearest(wrong.name(), wrong.known()))
        .orElseGet(() -> what(mistake));
    return source + Place.said(place) + ": " + what + inNode(mistake, text);
  }

  private static String what(JacksonException mistake) {
    return switch (mistake) {
      case InvalidTypeIdException kind when kind.getTypeId() == null -> "property \"kind\" is missing. Add it.";
      case InvalidTypeIdException kind -> "unknown kind \"" + kind.getTypeId() + "\""
          + nearest(kind.getTypeId(), kinds());
      case InvalidNullException _ -> "\"" + property(mistake) + "\" must not be null. Give it a value.";
      case InvalidFormatException format -> "\"" + property(mistake) + "\" must be " + wanted(format.getTargetType())
          + ", not " + shown(format.getValue()) + ". Correct the value.";
      case MismatchedInputException mismatch when mismatch.getOriginalMessage().startsWith("Missing") ->
        "property \"" + mismatch.getPath().getLast().getPropertyName() + "\" is missing. Add it.";
      case MismatchedInputException mismatch -> "\"" + property(mistake) + "\" must be "
          + wanted(mismatch.getTargetType()) + ". Correct the value.";
      case InputCoercionException tooLarge -> "\"" + property(mistake) + "\" must be "
          + wanted(tooLarge.getTargetType()) + " between " + Integer.MIN_VALUE + " and " + Integer.MAX_VALUE
          + ". Correct the value.";
      case StreamReadException syntax -> "this is not valid JSON: " + firstSentence(syntax.getOriginalMessage())
          + " Correct it there.";
      default -> firstSentence(mistake.getOriginalMessage());
    };
  }

  private static String nearest(String wrong, Collection<String> known) {
    return Nearest.to(wrong, known)
        .map(name -> "; did you mean \"" + name + "\"?")
        .orElse(".");
  }

  private static Collection<String> kinds() {
    return java.util.Arrays.stream(ComponentSpec.class.getPermittedSubclasses())
        .map(type -> ComponentSpec.kind(type.asSubclass(ComponentSpec.class)).id())
        .toList();
  }

  private static String property(JacksonException mistake) {
    return mistake.getPath().stream()
        .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }

  private static String wanted(Class<?> type) {
    if (type == null) {
      return "another value";
    } else if (type.isEnum()) {
      return "one of " + java.util.Arrays.stream(type.getEnumConstants()).map(c -> "\"" + c + "\"")
          .collect(Collectors.joining(", "));
    } else if (type == int.class || type == long.class) {
      return "a whole number";
    } else if (type == double.class) {
      return "a number";
    } else if (type == boolean.class) {
      return "true or false";
    } else if (type == String.class) {
      return "a text";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String shown(Object value) {
    return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
  }

  private static String inNode(JacksonException mistake, String text) {
    var path = mistake.getPath();
    if (path.size() > 1 && "nodes".equals(path.getFirst().getPropertyName())) {
      return nodeName(text, path.get(1).getIndex()).map(name -> " (in node \"" + name + "\")").orElse("");
    }
    return "";
  }

  private static Optional<String> nodeName(String text, int index) {
    var name = Json.mapper(true).readTree(text).path("nodes").path(index).path("name");
    return name.isString() ? Optional.of(name.asString()) : Optional.empty();
  }

  private static String firstSentence(String message) {
    int end = message.indexOf('\n');
    var line = end < 0 ? message : message.substring(0, end);
    return line.endsWith(".") ? line : line + ".";
  }
}
