package tenfold.app.lessons;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import tenfold.app.look.Numbers;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.app.palette.Kinds;
import tenfold.component.ComponentSpec;
import tenfold.experiment.Setting;
import tenfold.experiment.UnreadableSetting;
import tenfold.lesson.Claim;
import tenfold.lesson.Goal;
import tenfold.lesson.Judgement;
import tenfold.lesson.Measure;
import tenfold.lesson.Question;
import tenfold.lesson.Rule;
import tenfold.lesson.Step;
import tenfold.lesson.World;
import tenfold.stats.Interval;

/// Numbers of lessons in words. Knows no window.
public final class Quantities {
  private static final Parser PARSER = Parser.builder().build();

  private Quantities() {}

  /// Markdown without its marks.
  static String plain(String markdown) {
    return TextContentRenderer.builder().build().render(PARSER.parse(markdown)).strip();
  }

  /// What is inside a node, without its marks: the words of a link, the caption of a picture.
  static String inside(Node node) {
    var words = new StringBuilder();
    for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
      words.append(child instanceof SoftLineBreak ? " " : TextContentRenderer.builder().build().render(child));
    }
    return words.toString();
  }

  /// A value with its unit.
  static String text(Measure measure, double value) {
    if (Double.isInfinite(value)) {
      return Texts.get("lesson.never");
    }
    return switch (measure.unit()) {
      case MILLIS -> Numbers.millis(value);
      case SECONDS -> Numbers.millis(1_000 * value);
      case PER_SECOND -> Numbers.perSecond(value);
      case SHARE -> Numbers.exactPercent(value);
      case COUNT -> Numbers.plain(value);
      case DOLLARS -> Numbers.dollars(value);
    };
  }

  /// A value as it was typed: in the unit of the question, percent for a share.
  static String typed(Measure measure, double value) {
    return Numbers.plain(measure.unit() == Measure.Unit.SHARE ? 100 * value : value);
  }

  /// A value with its uncertainty.
  static String text(Measure measure, Interval interval) {
    return Double.isNaN(interval.halfWidth()) || interval.halfWidth() == 0 ? text(measure, interval.mean())
        : Texts.get("lesson.plusMinus", text(measure, interval.mean()), text(measure, interval.halfWidth()));
  }

  /// What is measured, in words.
  static String name(Measure measure, String node) {
    var name = Texts.get("lesson.measure." + measure);
    return node.isEmpty() ? name : Texts.get("lesson.measure.of", name, kind(node));
  }

  /// What is set for a forecast, in words.
  static String setting(World world, String setting) {
    try {
      var read = Setting.of(world.scenario(), setting);
      if (read.parameter().isEmpty()) {
        return Texts.get("lesson.withFamilies", Numbers.count((int) read.values().getFirst()));
      }
      var value = read.values().getFirst() instanceof Number number ? Numbers.plain(number.doubleValue())
          : Setting.text(read.values().getFirst());
      return Texts.get("lesson.withSetting", PartText.label(read.parameter().get()),
          (value + " " + PartText.unit(read.parameter().get())).strip());
    } catch (UnreadableSetting mistake) {
      throw new IllegalStateException("a lesson asks for what its world does not have", mistake);
    }
  }

  /// What a goal asks for.
  public static String wanted(Goal goal) {
    return switch (goal) {
      case Goal.Measured measured -> {
        var name = name(measured.measure(), measured.node());
        var world = measured.world().families().isPresent()
            ? Texts.get("lesson.goal.at", name, Numbers.count(measured.world().families().get())) : name;
        yield bounded(world, text(measured.measure(), measured.atLeast()), text(measured.measure(), measured.atMost()),
            measured.atLeast() != Double.NEGATIVE_INFINITY, measured.atMost() != Double.POSITIVE_INFINITY);
      }
      case Goal.Structural structural -> switch (structural.rule()) {
        case Rule.Count count -> bounded(Texts.get("lesson.goal.count", kind(count.kind())),
            Numbers.count(count.atLeast()), Numbers.count(count.atMost()), count.atLeast() > 0,
            count.atMost() < Integer.MAX_VALUE);
        case Rule.Redundant redundant -> Texts.get("lesson.goal.redundant", kind(redundant.kind()));
        case Rule.Value value -> {
          var name = Texts.get("lesson.measure.of", kind(value.kind()), PartText.label(value.parameter()));
          yield value.is().isEmpty()
              ? bounded(name, valued(value, value.atLeast()), valued(value, value.atMost()),
                  value.atLeast() != Double.NEGATIVE_INFINITY, value.atMost() != Double.POSITIVE_INFINITY)
              : Texts.get("lesson.goal.is", name, value.parameter().choices().stream()
                  .filter(choice -> choice.toString().equals(value.is())).findFirst().map(Texts::choice)
                  .orElse(value.is()));
        }
      };
    };
  }

  private static String valued(Rule.Value rule, Object value) {
    return switch (value) {
      case Number number when rule.parameter().annotation().unit().equals("ms") -> Numbers.millis(number.doubleValue());
      case Number number ->
          (Numbers.plain(number.doubleValue()) + " " + PartText.unit(rule.parameter())).strip();
      case String text -> text;
      default -> Texts.choice(value);
    };
  }

  private static String kind(String id) {
    return Kinds.all().stream().map(ComponentSpec::kind).filter(kind -> kind.id().equals(id)).findFirst()
        .map(PartText::label).orElse(id);
  }

  private static String bounded(String what, String low, String high, boolean hasLow, boolean hasHigh) {
    return hasLow && hasHigh ? Texts.get("lesson.goal.between", what, low, high)
        : hasLow ? Texts.get("lesson.goal.atLeast", what, low) : Texts.get("lesson.goal.atMost", what, high);
  }

  /// How a goal was judged: what was measured, and by how much that is too much or too little.
  public static String outcome(Goal.Verdict verdict) {
    if (verdict.fault().isPresent() && verdict.goal() instanceof Goal.Structural goal) {
      var fault = verdict.fault().get();
      return goal.rule() instanceof Rule.Value value
          ? Texts.get("lesson.isAt", fault.node(), valued(value, fault.value()))
          : Texts.get("lesson.is", fault.value());
    }
    if (verdict.measured().isEmpty() || !(verdict.goal() instanceof Goal.Measured goal)) {
      return verdict.reason();
    }
    var measured = verdict.measured().get();
    var shown = text(goal.measure(), measured);
    if (verdict.isMet()) {
      return Texts.get("lesson.measured", shown);
    }
    double excess = goal.excess(measured);
    return Texts.get(excess > 0 ? "lesson.tooMuch" : "lesson.tooLittle", shown,
        text(goal.measure(), Math.abs(excess)));
  }

  /// What was predicted beside what was measured.
  static String compared(Step.Predict asked, Judgement judgement) {
    var measure = asked.question().measure();
    return switch (asked.question()) {
      case Question.Number _ -> Texts.get("lesson.compared", text(measure, judgement.predicted().getFirst()),
          text(measure, judgement.measured().getFirst()));
      case Question.Curve curve -> IntStream.range(0, curve.families().size())
          .mapToObj(i -> Texts.get("lesson.compared.at", Numbers.count(curve.families().get(i)),
              text(measure, judgement.predicted().get(i)), text(measure, judgement.measured().get(i))))
          .collect(Collectors.joining("\n"));
      case Question.Range _ -> Texts.get("lesson.compared.range", text(measure, judgement.measured().getFirst()));
      case Question.Order _ -> IntStream.range(0, judgement.right().size())
          .mapToObj(i -> {
            int index = judgement.right().get(i).intValue();
            return i + 1 + ".  " + plain(asked.options().get(index).text()) + ": "
                + text(measure, judgement.measured().get(index));
          }).collect(Collectors.joining("\n"));
    };
  }

  /// What the text says beside what the model shows.
  static String claimed(Claim claim) {
    var name = name(claim.measure(), claim.node());
    var world = claim.world().families().isPresent()
        ? Texts.get("lesson.goal.at", name, Numbers.count(claim.world().families().get())) : name;
    return Double.isNaN(claim.text())
        ? Texts.get("lesson.claim.model", world, text(claim.measure(), claim.model()))
        : Texts.get("lesson.claim", world, text(claim.measure(), claim.text()), text(claim.measure(), claim.model()));
  }
}
