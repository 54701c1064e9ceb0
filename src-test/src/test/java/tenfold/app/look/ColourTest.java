package tenfold.app.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.app.look.SeenColour.Lack;

/// Colours can be told apart by everybody, and text can be read.
class ColourTest {
  private static final List<Ink> FATES = List.of(Ink.HIT, Ink.DATABASE, Ink.SLOW, Ink.FAILED, Ink.TIMED_OUT);

  /// Four times what is just noticeable: the fates have shapes besides.
  private static final double DIFFERENT = 9.2;

  @Test
  void theYardstickIsRight() {
    assertEquals(21, SeenColour.contrast(0xffffff, 0x000000), 1e-9);
    assertEquals(4.54, SeenColour.contrast(0x767676, 0xffffff), 0.01);
  }

  @ParameterizedTest
  @EnumSource(Lack.class)
  void fatesCanBeToldApart(Lack lack) {
    for (var palette : Palette.values()) {
      for (var one : FATES) {
        for (var other : FATES) {
          double distance = new SeenColour(one.rgb(palette), lack).distance(new SeenColour(other.rgb(palette), lack));
          assertTrue(one == other || distance >= DIFFERENT,
              one + " and " + other + " in " + palette + " with " + lack + ": " + distance);
        }
      }
    }
  }

  /// 4.5 : 1 for text (level AA), 7 : 1 in high contrast (level AAA), 3 : 1 for what is drawn.
  @ParameterizedTest
  @EnumSource(Palette.class)
  void textCanBeRead(Palette palette) {
    double text = palette == Palette.CONTRAST ? 7 : 4.5;
    for (var behind : List.of(Ink.PANEL, Ink.CANVAS, Ink.BACKGROUND, Ink.SOFT)) {
      reads(Ink.TEXT, behind, palette, text);
      reads(Ink.MUTED, behind, palette, text);
    }
    if (palette == Palette.CONTRAST) {
      FATES.forEach(fate -> reads(fate, Ink.CANVAS, palette, 7));
      reads(Ink.LINE, Ink.PANEL, palette, 4.5);
    }
  }

  private static void reads(Ink ink, Ink behind, Palette palette, double least) {
    double contrast = SeenColour.contrast(ink.rgb(palette), behind.rgb(palette));
    assertTrue(contrast >= least, ink + " on " + behind + " in " + palette + ": " + contrast);
  }
}
