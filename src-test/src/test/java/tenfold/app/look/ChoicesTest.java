package tenfold.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenfold.component.ComponentSpec;
import tenfold.component.Parameter;

/// Every value that can be chosen in the inspector is said in words.
final class ChoicesTest {

  static Stream<List<Object>> choices() {
    return Arrays.stream(ComponentSpec.class.getPermittedSubclasses())
        .flatMap(ChoicesTest::parameters)
        .filter(parameter -> !parameter.choices().isEmpty())
        .map(Parameter::choices)
        .distinct();
  }

  /// With those of the records that its lists hold.
  private static Stream<Parameter> parameters(Class<?> type) {
    return Parameter.of(type).stream().flatMap(parameter ->
        parameter.type() == List.class ? parameters(parameter.entryType()) : Stream.of(parameter));
  }

  @ParameterizedTest
  @MethodSource("choices")
  void everyChoiceHasWordsOfItsOwn(List<Object> choices) {
    var words = choices.stream().map(Texts::choice).toList();
    assertEquals(words.stream().distinct().toList(), words);
    words.forEach(text -> assertFalse(text.isBlank() || text.matches(".*[a-z][A-Z_].*"), text));
  }

  @Test
  void theCostsOfRoutesAreAmongThem() {
    assertEquals(List.of("exponential", "login"), List.of(
        Texts.choice(tenfold.component.Law.EXPONENTIAL), Texts.choice(tenfold.coop.Route.LOGIN)));
  }
}
