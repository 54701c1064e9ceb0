package tenfold.lesson;

import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The head of a `lesson.md`, in YAML between two lines of three dashes: everything about a lesson that is no text.
/// Translations have only a title. What is left out stays null or empty here.
record FrontMatter(
    @Nullable Integer number,
    @Nullable String title,
    @Nullable Integer minutes,
    @Nullable Long requests,
    List<String> sections,
    List<Integer> notes,
    List<String> palette,
    Map<String, Question> predict,
    Map<String, Wanted> goals,
    List<String> free,
    @Nullable Silver silver,
    Map<String, Wanted> gold,
    List<Claimed> claims,
    List<WrongWay> wrong) {
  private static final YAMLMapper MAPPER = YAMLMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
      .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
      .build();

  /// Completes.
  FrontMatter {
    sections = list(sections);
    notes = list(notes);
    palette = list(palette);
    predict = map(predict);
    goals = map(goals);
    free = list(free);
    gold = map(gold);
    claims = list(claims);
    wrong = list(wrong);
  }

  /// Something to predict.
  record Question(@Nullable String kind, @Nullable String measure, @Nullable String node, @Nullable String in,
      List<Integer> families, List<String> set, List<Double> bounds, Map<String, List<String>> variants) {
    Question {
      families = list(families);
      set = list(set);
      bounds = list(bounds);
      variants = map(variants);
    }
  }

  /// A goal.
  record Wanted(@Nullable String stage, @Nullable Double points, @Nullable String measure, @Nullable String node,
      @Nullable String in, @Nullable Integer families, List<String> set, @Nullable Double atLeast,
      @Nullable Double atMost, @Nullable String count, @Nullable String redundant, @Nullable String value,
      @Nullable String is) {
    Wanted {
      set = list(set);
    }
  }

  /// A claim of the text.
  record Claimed(@Nullable String id, @Nullable String measure, @Nullable String node, @Nullable String in,
      @Nullable Integer families, List<String> set, @Nullable String design, @Nullable Double text,
      @Nullable Double model, @Nullable Double tolerance, @Nullable String verdict) {
    Claimed {
      set = list(set);
    }
  }

  /// What the silver medal is for.
  record Silver(@Nullable String measure, @Nullable String node, @Nullable String in, List<Integer> families,
      List<String> each, List<String> set, @Nullable Double within) {
    Silver {
      families = list(families);
      each = list(each);
      set = list(set);
    }
  }

  /// A design that does not do, the misconception behind it, and how it is recognised.
  record WrongWay(@Nullable String design, @Nullable String misconception, @Nullable String stage,
      List<Wanted> sign) {
    WrongWay {
      sign = list(sign);
    }
  }

  private static <T> List<T> list(@Nullable List<T> some) {
    return some == null ? List.of() : List.copyOf(some);
  }

  private static <T> Map<String, T> map(@Nullable Map<String, T> some) {
    return some == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(some));
  }

  /// @param place name of the file, for the message
  static FrontMatter parse(String yaml, String place) throws LessonMistake {
    try {
      return MAPPER.readValue(yaml, FrontMatter.class);
    } catch (UnrecognizedPropertyException unknown) {
      var known = new ArrayList<String>();
      unknown.getKnownPropertyIds().forEach(id -> known.add(id.toString()));
      throw new LessonMistake(place, line(yaml, unknown.getPropertyName()), "\"" + unknown.getPropertyName()
          + "\" is not known here. It must be one of "
          + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
    } catch (DatabindException mistake) {
      var path = mistake.getPath().stream().map(step -> step.getPropertyName() == null
          ? Integer.toString(step.getIndex()) : step.getPropertyName()).collect(Collectors.joining("."));
      throw new LessonMistake(place, line(mistake), (path.isEmpty() ? "the head" : "\"" + path + "\"")
          + " has a value of another kind than it must have. Compare it with a shipped lesson.");
    } catch (JacksonException mistake) {
      throw new LessonMistake(place, line(mistake), "the head cannot be read as YAML ("
          + mistake.getOriginalMessage().lines().findFirst().orElse("") + "). Check colons, quotes and indentation.");
    }
  }

  /// Where the head first speaks of something, as Jackson does not say where it met a name that it does not know.
  private static int line(String yaml, String name) {
    var lines = yaml.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(name + ":")) {
        return i + 2;
      }
    }
    return 0;
  }

  /// The first line of the file are three dashes.
  private static int line(JacksonException mistake) {
    return mistake.getLocation() == null ? 0 : mistake.getLocation().getLineNr() + 1;
  }
}
