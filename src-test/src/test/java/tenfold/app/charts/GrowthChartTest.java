package tenfold.app.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.app.charts.Curve.Mark;
import tenfold.app.charts.Growth.Share;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;

/// What the growth chart says, whatever the pixels.
final class GrowthChartTest {
  private static final Curve MEAN = new Curve(
      "mean",
      List.of(new Mark(10, 50, 1), new Mark(100, 200, 5), new Mark(1_000, Double.NaN), new Mark(5_000, 9_900)),
      Ink.DATABASE,
      false);
  private static final Curve YOURS =
      new Curve("yours", List.of(new Mark(10, 40), new Mark(5_000, 100)), Ink.ACCENT, true);
  private static final List<Share> SHARES = List.of(new Share(10, 1, 0, 0), new Share(5_000, 0.1, 0, 0.9));

  @Test
  void axesLinesAndFatesAreLabelled() {
    var texts = drawn(new Growth("Growth crisis", List.of(MEAN, YOURS), SHARES), 1_200, 700).texts;
    assertTrue(texts.containsAll(List.of("Growth crisis", "families in the co-op", "10 ms", "100 ms", "1 s", "10 s",
        "10", "100", "1 k", "5 k", "mean 9.9 s", "yours 100 ms", "answered 10 %", "timed out 90 %")), texts.toString());
  }

  @Test
  void lineThatEndsEarlySaysWhere() {
    var marks = List.of(new Mark(10, 50), new Mark(2_000, 70), new Mark(5_000, Double.NaN));
    var early = new Curve("p95", marks, Ink.SLOW, false);
    assertTrue(drawn(new Growth("", List.of(early), List.of()), 420, 190).texts.contains("p95 70 ms at 2 k"));
  }

  @Test
  void unknownPointsLeaveAGap() {
    var drawing = drawn(new Growth("", List.of(MEAN), List.of()), 420, 190);
    assertEquals(List.of(2, 1), drawing.lines);
  }

  @Test
  void hollowPointsAreExplainedWhereThereAreAny() {
    var note = "hollow: few good answers";
    assertTrue(drawn(new Growth("", List.of(MEAN), SHARES), 420, 190).texts.contains(note));
    assertFalse(drawn(new Growth("", List.of(MEAN), SHARES.subList(0, 1)), 420, 190).texts.contains(note));
  }

  /// While a lesson asks for the time at 1,000 families, nothing above 100 may be seen.
  @Test
  void aPartOfTheGrowthTellsNothingOfTheRest() {
    var part = new Growth("", List.of(MEAN, YOURS), SHARES).upTo(100);
    assertEquals(List.of(10.0, 100.0), part.curves().getFirst().marks().stream().map(Mark::families).toList());
    assertEquals(1, part.shares().size());
    assertTrue(drawn(part, 420, 190).texts.stream().noneMatch(text -> text.contains("9.9 s")));
  }

  @Test
  void emptyGrowthIsStillAChartAndSaysThatMoreComes() {
    var note = "is being measured …";
    assertTrue(drawn(new Growth("", List.of(), List.of()), 420, 190).texts.containsAll(List.of("10 s", note)));
    assertFalse(drawn(new Growth("", List.of(MEAN), List.of()), 420, 190).texts.contains(note));
  }

  /// Where nothing takes time, the shortest that is measured is a microsecond.
  @Test
  void timesOfMicrosecondsAreSaidWithEnoughDigits() {
    var nothing = new Curve("mean", List.of(new Mark(10, 0), new Mark(100, 0.004)), Ink.DATABASE, false);
    var texts = drawn(new Growth("", List.of(nothing), List.of()), 420, 190).texts;
    assertTrue(texts.containsAll(List.of("0.001 ms", "mean 0.004 ms")), texts.toString());
    assertFalse(texts.contains("0 ms"), texts.toString());
  }

  @Test
  void pictureHasTheColoursOfItsTheme() {
    var light = new AwtGraphic(420, 190, Palette.LIGHT);
    GrowthChart.draw(new Growth("", List.of(MEAN, YOURS), SHARES), light, 0, 0, 420, 190);
    assertEquals(Ink.PANEL.rgb(Palette.LIGHT), light.image().getRGB(0, 0) & 0xffffff);
    assertNotEquals(Ink.PANEL.rgb(Palette.LIGHT), new AwtGraphic(10, 10, Palette.DARK).image().getRGB(0, 0) & 0xffffff);
  }

  /// Whoever reads a point at which theory fails is told why, with the measured values and their bands.
  @Test
  void aPointThatIsReadSaysItsValuesAndWhatFails() {
    var growth = new Growth("", List.of(MEAN), List.of(), List.of(new Mark(10, 45), new Mark(100, 48)),
        List.of(new Mark(100, 75, 25)), "a caption", java.util.Map.of(100, "families give up waiting"));
    var recording = new Recording();
    var frame = new Frame(0, 0, 420, 160, 1);
    GrowthChart.drawBelowTitle(growth, recording, frame, java.util.OptionalDouble.of(190));
    assertTrue(recording.texts.containsAll(List.of("a caption", "100 families", "200 ms ± 5 ms", "at least", "48 ms",
        "balanced bounds", "50 ms to 100 ms",
        "no theory: families give up waiting")), recording.texts.toString());
  }

  private static Recording drawn(Growth growth, double width, double height) {
    var recording = new Recording();
    GrowthChart.draw(growth, recording, 0, 0, width, height);
    return recording;
  }

  /// A surface that notes texts, and the number of points of each coloured line.
  private static final class Recording implements Graphic {
    private final List<String> texts = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();

    @Override
    public void fill(double x, double y, double width, double height, Ink ink, double opacity) {}

    @Override
    public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
      if (stroke.ink() != Ink.LINE) {
        lines.add(count);
      }
    }

    @Override
    public void area(double[] xs, double[] ys, int count, Ink ink, double opacity) {}

    @Override
    public void text(String text, double x, double y, Anchor anchor, double size, boolean isBold, Ink ink) {
      texts.add(text.replace('\u00a0', ' '));
    }

    @Override
    public double textWidth(String text, double size, boolean isBold) {
      return text.length() * size / 2;
    }
  }
}
