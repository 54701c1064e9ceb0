package tenfold.app.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.commonmark.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is written in a lesson, as it is shown.
final class QuantitiesTest {
  /// The words of a link are shown without where it leads, also when they go over the end of a line.
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "[its bar](see:families=1000) | its bar",
      "[look at *this*](see:families=1000) | look at this",
      "[the%nsystem](open:crash.json) | the system",
      "![One server, one database](draw:start.json) | One server, one database",
  })
  void aLinkIsItsWords(String markdown, String words) {
    var paragraph = Parser.builder().build().parse(markdown.formatted()).getFirstChild();
    assertEquals(words, Quantities.inside(paragraph.getFirstChild()));
  }
}
