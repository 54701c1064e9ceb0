package tenfold.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.parser.Parser;
import tenfold.scenario.Gallery;

/// Reads a lesson's `lesson.md`: front matter (number, title, minutes, start), then one section for each step.
///
/// A section begins with `## read: Heading` or `## predict 1000: Heading`, where the number is that of the families.
/// In a `predict` section, `### below 1000` begins the feedback for predictions below 1,000 ms, and `### beyond` that
/// for all others.
final class LessonText {
  private static final Pattern SECTION = Pattern.compile("(?m)^## (read|predict)(?: (\\d+))?: (.+)$");
  private static final Pattern FEEDBACK = Pattern.compile("(?m)^### (?:below (\\d+)|beyond)$");

  private LessonText() {}

  /// @param source name of the file, for error messages
  static Lesson parse(String text, String source) {
    var fields = fields(text);
    try {
      return new Lesson(
          Integer.parseInt(field(fields, "number")),
          field(fields, "title"),
          Integer.parseInt(field(fields, "minutes")),
          Gallery.scenario(field(fields, "start")),
          steps(text));
    } catch (IllegalArgumentException mistake) {
      throw new IllegalArgumentException(source + ": " + mistake.getMessage(), mistake);
    }
  }

  private static Map<String, List<String>> fields(String text) {
    var visitor = new YamlFrontMatterVisitor();
    Parser.builder().extensions(List.of(YamlFrontMatterExtension.create())).build().parse(text).accept(visitor);
    return visitor.getData();
  }

  private static String field(Map<String, List<String>> fields, String name) {
    var values = fields.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      throw new IllegalArgumentException("the front matter must say \"" + name + ": …\"");
    }
    return values.getFirst();
  }

  private static List<Step> steps(String text) {
    var steps = new ArrayList<Step>();
    var section = SECTION.matcher(text);
    boolean isFound = section.find();
    while (isFound) {
      var kind = section.group(1);
      var families = section.group(2);
      var heading = section.group(3).strip();
      int begin = section.end();
      isFound = section.find();
      var body = text.substring(begin, isFound ? section.start() : text.length()).strip();
      steps.add(kind.equals("read") ? new Step.Read(heading, body) : prediction(heading, families, body));
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("there is no section that begins with \"## read: …\" or \"## predict …: …\"");
    }
    return steps;
  }

  private static Step prediction(String heading, String families, String body) {
    if (families == null) {
      throw new IllegalArgumentException("\"## predict: " + heading + "\" needs the number of families, as in "
          + "\"## predict 1000: " + heading + "\"");
    }
    var feedback = new ArrayList<Step.Feedback>();
    var part = FEEDBACK.matcher(body);
    boolean isFound = part.find();
    var question = isFound ? body.substring(0, part.start()).strip() : body;
    while (isFound) {
      double below = part.group(1) == null ? Double.POSITIVE_INFINITY : Double.parseDouble(part.group(1));
      int begin = part.end();
      isFound = part.find();
      feedback.add(new Step.Feedback(below, body.substring(begin, isFound ? part.start() : body.length()).strip()));
    }
    return new Step.Predict(heading, question, Integer.parseInt(families), feedback);
  }
}
