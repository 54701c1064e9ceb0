package tenfold.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import tenfold.component.Parameter;
import tenfold.scenario.Nearest;
import tenfold.scenario.Scenario;
import tenfold.topology.Link;
import tenfold.topology.Node;

/// One thing that is varied in a sweep: a parameter of a node or of a link, or the number of families.
///
/// @param target as it is written: "families", "Server.cores", "Families > Server.roundTripMs"
/// @param parameter what it is; empty for the number of families
/// @param values what it is set to, in order
/// @param change sets it in a scenario
public record Setting(
    String target, Optional<Parameter> parameter, List<Object> values, BiFunction<Scenario, Object, Scenario> change) {
  /// The target that stands for the families of all their nodes together.
  public static final String FAMILIES = "families";

  private static final int MOST_VALUES = 1_000;
  /// From this ratio on the values between two ends are even by ratio.
  private static final double WIDE = 20;
  private static final int MOST_FAMILIES = 10_000_000;

  /// Copies the values.
  public Setting {
    values = List.copyOf(values);
  }

  /// A parameter that can be varied in a scenario.
  ///
  /// @param target as it is written
  /// @param parameter what it is
  /// @param present the value that it has
  public record Target(String target, Parameter parameter, Object present) {}

  /// Everything that can be varied in a scenario but the number of families, in the order of the drawing.
  public static List<Target> targets(Scenario scenario) {
    var topology = scenario.topology();
    var nodes = topology.nodes().stream().flatMap(node -> parameters(node.component().getClass())
        .map(parameter -> new Target(node.name() + "." + parameter.path(), parameter,
            parameter.value(node.component()))));
    var links = topology.links().stream().flatMap(link -> parameters(Link.class)
        .filter(parameter -> parameter.type() != String.class)
        .map(parameter -> new Target(name(link) + "." + parameter.path(), parameter, parameter.value(link))));
    return Stream.concat(nodes, links).toList();
  }

  /// Reads a setting as in "Server.cores=2,4,8", "Server.threads=50:400:8", "families=10:5000:8": the values
  /// themselves, or first, last and how many. Whole numbers are rounded; from a ratio of 20 between the ends on, the
  /// values are even by ratio.
  ///
  /// @throws UnreadableSetting when there is no such parameter, or a value is none that it can have
  public static Setting of(Scenario scenario, String text) throws UnreadableSetting {
    int equals = text.indexOf('=');
    if (equals < 1 || equals == text.length() - 1) {
      throw new UnreadableSetting("\"" + text + "\" sets nothing. Write Node.parameter=values, as in "
          + "\"Server.cores=2,4,8\" or \"families=10:5000:8\".");
    }
    return of(scenario, text.substring(0, equals).strip(), text.substring(equals + 1).strip());
  }

  /// The same with target and values apart.
  public static Setting of(Scenario scenario, String target, String values) throws UnreadableSetting {
    if (target.equals(FAMILIES)) {
      var counts = new ArrayList<Object>();
      for (var text : spread(target, values, true)) {
        counts.add(within(target, number(target, text), 1, MOST_FAMILIES).intValue());
      }
      return new Setting(target, Optional.empty(), distinct(counts), (before, count) ->
          before.with(before.topology().withFamilies((int) count)));
    }
    var found = targets(scenario).stream().filter(one -> one.target.equals(target.replaceAll("\\s*>\\s*", " > ")))
        .findFirst();
    if (found.isEmpty()) {
      throw new UnreadableSetting(unknown(scenario, target));
    }
    var parameter = found.get().parameter;
    var read = new ArrayList<Object>();
    for (var text : spread(target, values, parameter.type() == int.class)) {
      read.add(value(target, parameter, text));
    }
    return new Setting(found.get().target, Optional.of(parameter), distinct(read),
        changer(scenario, found.get()));
  }

  /// The scenarios with each of the values.
  public List<Scenario> applied(Scenario scenario) {
    return values.stream().map(value -> change.apply(scenario, value)).toList();
  }

  /// A value as it is written.
  public static String text(Object value) {
    return value instanceof Double number ? Parameter.plain(number) : value.toString();
  }

  private static Stream<Parameter> parameters(Class<?> type) {
    return Parameter.of(type).stream().filter(parameter -> parameter.type() != List.class);
  }

  private static String name(Link link) {
    return link.from() + " > " + link.to();
  }

  private static BiFunction<Scenario, Object, Scenario> changer(Scenario scenario, Target target) {
    Optional<Node> node = scenario.topology().nodes().stream()
        .filter(one -> target.target.equals(one.name() + "." + target.parameter.path())).findFirst();
    if (node.isPresent()) {
      var name = node.get().name();
      return (before, value) -> before.with(before.topology().change(name, old -> old.with(
          (tenfold.component.ComponentSpec) target.parameter.with((Record) old.component(), value))));
    }
    return (before, value) -> before.topology().links().stream()
        .filter(link -> target.target.equals(name(link) + "." + target.parameter.path())).findFirst()
        .map(link -> before.with(before.topology().change(target.parameter.with(link, value)))).orElse(before);
  }

  private static String unknown(Scenario scenario, String target) {
    var known = Stream.concat(Stream.of(FAMILIES), targets(scenario).stream().map(Target::target)).toList();
    return "There is nothing to set that is called \"" + target + "\""
        + Nearest.to(target, known).map(near -> "; did you mean \"" + near + "\"?").orElse(".")
        + " Write Node.parameter, as in the scenario's file, \"From > To.parameter\" for a link, or families.";
  }

  /// The texts of the values: as they stand, or those between two ends.
  private static List<String> spread(String target, String values, boolean isWhole) throws UnreadableSetting {
    var parts = values.split(":", -1);
    if (parts.length == 1) {
      return Arrays.stream(values.split(",")).map(String::strip).toList();
    }
    if (parts.length != 3) {
      throw new UnreadableSetting("\"" + values + "\" are no values for " + target
          + ". Write them with commas, 2,4,8, or write first:last:how many, 10:5000:8.");
    }
    double from = number(target, parts[0]);
    double to = number(target, parts[1]);
    int count = (int) within("how many values of " + target, number(target, parts[2]), 2, MOST_VALUES).doubleValue();
    boolean isByRatio = from > 0 && to / from >= WIDE;
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      double share = (double) i / (count - 1);
      double value = isByRatio ? from * Math.pow(to / from, share) : from + (to - from) * share;
      texts.add(isWhole ? Long.toString(Math.round(value)) : Parameter.plain(rounded(value, i, count, from, to)));
    }
    return texts;
  }

  /// With four digits that mean something; the ends stay what they are.
  private static double rounded(double value, int index, int count, double from, double to) {
    return index == 0 ? from : index == count - 1 ? to : Double.parseDouble(String.format(Locale.ROOT, "%.4g", value));
  }

  private static Object value(String target, Parameter parameter, String text) throws UnreadableSetting {
    var choice = parameter.choices().stream().filter(one -> one.toString().equals(text)).findFirst();
    if (choice.isPresent()) {
      return choice.get();
    } else if (!parameter.choices().isEmpty()) {
      throw new UnreadableSetting(target + " must be one of " + String.join(", ", parameter.choices().stream()
          .map(Object::toString).toList()) + ", not \"" + text + "\".");
    } else if (parameter.type() == String.class) {
      return text;
    }
    double number = within(target, number(target, text), parameter.annotation().min(), parameter.annotation().max());
    return parameter.type() == int.class ? (Object) (int) Math.round(number) : (Object) number;
  }

  private static double number(String target, String text) throws UnreadableSetting {
    try {
      return Double.parseDouble(text.strip());
    } catch (NumberFormatException mistake) {
      throw new UnreadableSetting("\"" + text + "\" is no number for " + target + ".");
    }
  }

  private static Double within(String what, double value, double min, double max) throws UnreadableSetting {
    if (!(value >= min && value <= max)) {
      throw new UnreadableSetting(what + " must be between " + Parameter.plain(min) + " and " + Parameter.plain(max)
          + ", not " + Parameter.plain(value) + ".");
    }
    return value;
  }

  private static List<Object> distinct(List<Object> values) {
    return List.copyOf(new LinkedHashSet<>(values));
  }
}
