package tenfold.app.look;

import java.util.stream.IntStream;
import tenfold.component.Kind;
import tenfold.component.Parameter;

/// What parts and their parameters are called on screen. The English words stand in the annotations of the engine;
/// other languages have theirs in the bundle, a parameter by the record that it stands in, as in
/// `param.ConnectionPool.limit`.
public final class PartText {
  private PartText() {}

  /// Name of a kind.
  public static String label(Kind kind) {
    return Texts.getOr("kind." + kind.id() + ".label", kind.label());
  }

  /// One sentence on a kind.
  public static String summary(Kind kind) {
    return Texts.getOr("kind." + kind.id() + ".summary", kind.summary());
  }

  /// What a kind models, in sentences.
  public static String[] models(Kind kind) {
    return sentences("kind." + kind.id() + ".models.", kind.models());
  }

  /// What a kind leaves out, in sentences.
  public static String[] leavesOut(Kind kind) {
    return sentences("kind." + kind.id() + ".leavesOut.", kind.leavesOut());
  }

  /// Name of a parameter or of a group of them.
  public static String label(Parameter parameter) {
    var last = parameter.accessors().getLast();
    return Texts.getOr("param." + last.getDeclaringRecord().getSimpleName() + "." + last.getName(),
        parameter.annotation().label());
  }

  /// Unit of a parameter; empty where it has none.
  public static String unit(Parameter parameter) {
    var unit = parameter.annotation().unit();
    return Texts.getOr("unit." + unit.replace(' ', '-'), unit);
  }

  /// Name of a parameter with its unit, where it has one.
  public static String withUnit(Parameter parameter) {
    return unit(parameter).isEmpty()
        ? label(parameter) : Texts.get("parameter.unit", label(parameter), unit(parameter));
  }

  private static String[] sentences(String prefix, String[] english) {
    return IntStream.range(0, english.length).mapToObj(i -> Texts.getOr(prefix + (i + 1), english[i]))
        .toArray(String[]::new);
  }
}
