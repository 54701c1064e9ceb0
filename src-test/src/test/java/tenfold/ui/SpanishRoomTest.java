package tenfold.ui;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Isolated;
import tenfold.app.look.Language;
import tenfold.app.look.Texts;

/// Spanish words are longer, and have room too.
///
/// The language is that of the whole program, so this runs alone.
@Isolated
final class SpanishRoomTest extends RoomTest {

  @BeforeAll
  static void speakSpanish() {
    Texts.speak(Language.SPANISH);
  }

  @AfterAll
  static void speakEnglish() {
    Texts.speak(Language.ENGLISH);
  }
}
