package tenfold.app.reference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenfold.app.look.Numbers;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.component.ComponentSpec;
import tenfold.component.Kind;
import tenfold.component.Parameter;
import tenfold.component.ParameterGroup;

/// What is to be known of a kind of component, in words: all of it comes from its record.
///
/// @param component one of the kind, with its defaults
/// @param sections its parameters by groups, its own first; the entries of a list are a section of their own
public record ReferencePage(ComponentSpec component, List<Section> sections) {

  /// Parameters that belong together.
  ///
  /// @param title what the group is called; empty for the component's own
  /// @param rows one for each parameter
  public record Section(String title, List<Row> rows) {}

  /// One parameter.
  ///
  /// @param label name on screen
  /// @param name name in a file, with dots between groups and brackets after a list
  /// @param unit unit; empty where it has none
  /// @param standard value that a new component has; empty for an entry of a list
  /// @param range what it may be
  /// @param effect when a change takes effect
  /// @param source where the default comes from
  public record Row(
      String label, String name, String unit, String standard, String range, String effect, String source) {}

  /// One line of a list of names with their meanings.
  ///
  /// @param name as it stands in a file or a report
  /// @param label name on screen
  /// @param meaning in a sentence
  public record Term(String name, String label, String meaning) {}

  /// The page of a component's kind.
  ///
  /// @param standard one of the kind, with its defaults
  public static ReferencePage of(ComponentSpec standard) {
    var sections = ParameterGroup.of(standard.getClass()).stream()
        .flatMap(group -> Stream.concat(
            Stream.of(section(group, standard)),
            group.parameters().stream().filter(ReferencePage::isList).map(ReferencePage::entries)))
        .toList();
    return new ReferencePage(standard, sections);
  }

  /// What the page is about.
  public Kind kind() {
    return component.kind();
  }

  /// What can go wrong with it, or be done to it.
  public List<Term> faults() {
    return Arrays.stream(kind().faults())
        .map(fault -> new Term(fault.toString(), Texts.choice(fault), Texts.get("fault.meaning." + fault)))
        .toList();
  }

  /// What a run reports of it.
  public List<Term> figures() {
    return Arrays.stream(kind().figures())
        .map(figure -> new Term(
            figure.toString(), Texts.get("figure." + figure), Texts.get("figure.meaning." + figure)))
        .toList();
  }

  private static Section section(ParameterGroup group, ComponentSpec standard) {
    return new Section(group.whole().map(PartText::label).orElse(""),
        group.parameters().stream()
            .map(parameter -> row(parameter, parameter.path(), standard(parameter, standard)))
            .toList());
  }

  private static Section entries(Parameter list) {
    return new Section(Texts.get("reference.entries", PartText.label(list)),
        Parameter.of(list.entryType()).stream()
            .map(column -> row(column, list.path() + "[]." + column.path(), ""))
            .toList());
  }

  private static Row row(Parameter parameter, String name, String standard) {
    var annotation = parameter.annotation();
    return new Row(PartText.label(parameter), name, PartText.unit(parameter), standard, range(parameter),
        Texts.get(annotation.live() ? "reference.live" : "reference.restart"), annotation.source());
  }

  private static String standard(Parameter parameter, ComponentSpec standard) {
    return switch (parameter.value(standard)) {
      case Number number -> Numbers.plain(number.doubleValue());
      case List<?> list -> list.isEmpty() ? Texts.get("reference.none") : Integer.toString(list.size());
      case String text -> text.isEmpty() ? Texts.get("reference.none") : text;
      case Object choice -> Texts.choice(choice);
    };
  }

  private static String range(Parameter parameter) {
    if (isList(parameter)) {
      return Texts.get("reference.list");
    } else if (parameter.namesNode()) {
      return Texts.get("reference.node", ComponentSpec.kind(parameter.annotation().nodesOf()).id());
    } else if (parameter.choices().isEmpty()) {
      return Texts.get("reference.range", Numbers.plain(parameter.annotation().min()),
          Numbers.plain(parameter.annotation().max()));
    }
    return parameter.choices().stream().map(ReferencePage::words).collect(Collectors.joining(", "));
  }

  /// With the name that a file has for it, where that is another.
  private static String words(Object choice) {
    var words = Texts.choice(choice);
    return words.equals(choice.toString()) ? words : Texts.get("reference.choice", words, choice);
  }

  private static boolean isList(Parameter parameter) {
    return parameter.type() == List.class;
  }
}
