package tenfold.app.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tenfold.app.charts.Curve.Mark;
import tenfold.app.charts.Graphic.Anchor;
import tenfold.app.charts.Growth.Share;
import tenfold.app.look.Ink;
import tenfold.app.look.Texts;

/// Draws a growth curve: response time over the number of families, both logarithmic, and below it, where there is
/// room, what became of the requests. A hollow point says that most requests got no good answer there, so that the
/// times are those of the lucky few.
public final class GrowthChart {
  private static final int MOST_GRID_LINES = 4;
  private static final double ROOMY_HEIGHT = 320;

  private final Growth growth;
  private final Graphic graphic;
  private final Frame frame;
  private final boolean isRoomy;
  private final boolean showsTitle;
  private final List<String> caption;

  private GrowthChart(Growth growth, Graphic graphic, Frame frame, boolean showsTitle) {
    this.growth = growth;
    this.showsTitle = showsTitle;
    this.graphic = graphic;
    this.frame = frame;
    this.isRoomy = frame.height() >= ROOMY_HEIGHT;
    this.caption = Paragraph.lines(graphic, growth.caption(), frame.width() - 2 * padding(), captionSize(), 2);
  }

  /// Draws in the rectangle with its top left corner at (x, y). Below a height of 320 pixels the requests' fates are
  /// left out.
  public static void draw(Growth growth, Graphic graphic, double x, double y, double width, double height) {
    double scale = Math.clamp(Math.min(width / 900, height / 525), 1, 1.35);
    new GrowthChart(growth, graphic, new Frame(x, y, x + width, y + height, scale), true).draw(OptionalDouble.empty());
  }

  /// Draws below a title that is there already, with the values read at a pixel.
  static void drawBelowTitle(Growth growth, Graphic graphic, Frame frame, OptionalDouble pointer) {
    new GrowthChart(growth, graphic, frame, false).draw(pointer);
  }

  private void draw(OptionalDouble pointer) {
    title();
    var plot = plot();
    var families = familiesAxis(plot);
    familyLabels(families);
    if (showsShares()) {
      double bottom = frame.bottom() - captionHeight() - frame.scaled(46);
      var lower = new Frame(plot.left(), bottom - frame.scaled(78), plot.right(), bottom, frame.scale());
      graphic.text(Texts.get("chart.shares"), frame.left() + padding(), lower.top() - frame.scaled(14),
          Anchor.LEFT, frame.scaled(12), true, Ink.TEXT);
      new SharePanel(graphic, lower, families, growth.shares()).draw();
    }
    curves(plot, families, pointer);
    caption();
    if (familyCounts().findAny().isEmpty()) {
      graphic.text(Texts.get("chart.measuring"), (plot.left() + plot.right()) / 2, (plot.top() + plot.bottom()) / 2,
          Anchor.CENTER, frame.scaled(12), false, Ink.MUTED);
    }
  }

  private void caption() {
    double baseline = frame.bottom() - frame.scaled(8);
    for (var line : caption.reversed()) {
      graphic.text(line, frame.left() + padding(), baseline, Anchor.LEFT, captionSize(), false, Ink.MUTED);
      baseline -= captionSize() * 1.3;
    }
  }

  private double captionSize() {
    return frame.scaled(10.5);
  }

  private double captionHeight() {
    return caption.isEmpty() ? 0 : caption.size() * captionSize() * 1.3 + frame.scaled(isRoomy ? 10 : 4);
  }

  private void title() {
    if (!showsTitle) {
      graphic.text(Texts.get(hasHollowPoints() ? "chart.hollow" : "chart.overFamilies"), frame.left() + padding(),
          frame.top() + 8, Anchor.LEFT, frame.scaled(10.5), false, Ink.MUTED);
      return;
    }
    double size = frame.scaled(isRoomy ? 18 : 13);
    double baseline = frame.top() + padding() + size * 0.75;
    graphic.text(growth.title(), frame.left() + padding(), baseline, Anchor.LEFT, size, true, Ink.TEXT);
    if (isRoomy) {
      graphic.text(Texts.get(hasHollowPoints() ? "chart.times.hollow" : "chart.times"), frame.left() + padding(),
          baseline + frame.scaled(22), Anchor.LEFT, frame.scaled(13), false, Ink.MUTED);
    } else {
      var note = Texts.get(hasHollowPoints() ? "chart.hollow" : "chart.overFamilies");
      double noteSize = frame.scaled(11);
      double taken = graphic.textWidth(growth.title(), size, true) + graphic.textWidth(note, noteSize, false);
      if (taken < frame.width() - 3 * padding()) {
        graphic.text(note, frame.right() - padding(), baseline, Anchor.RIGHT, noteSize, false, Ink.MUTED);
      }
    }
  }

  private boolean hasHollowPoints() {
    return growth.shares().stream().anyMatch(share -> share.good() < 0.5);
  }

  private Frame plot() {
    double labelSize = frame.scaled(isRoomy ? 12 : 10.5);
    var texts = Stream.concat(growth.curves().stream().map(GrowthChart::endLabel),
        showsShares() ? SharePanel.labels(growth.shares()).stream() : Stream.of()).toList();
    double ticks = graphic.textWidth("0.001\u00a0ms", frame.scaled(10.5), false);
    return new Frame(
        frame.left() + padding() + ticks + frame.scaled(8),
        frame.top() + (showsTitle ? padding() + frame.scaled(isRoomy ? 62 : 28) : 22),
        frame.right() - padding() - frame.scaled(10) - EndLabels.width(graphic, texts, labelSize),
        frame.bottom() - captionHeight() - frame.scaled(isRoomy ? showsShares() ? 178 : 46 : 28),
        frame.scale());
  }

  private boolean showsShares() {
    return isRoomy && !growth.shares().isEmpty();
  }

  private LogAxis familiesAxis(Frame plot) {
    double min = familyCounts().min().orElse(10);
    double max = familyCounts().max().orElse(5_000);
    return max > min
        ? new LogAxis(min, max, plot.left(), plot.right())
        : new LogAxis(min / 3, max * 3, plot.left(), plot.right());
  }

  private DoubleStream familyCounts() {
    return DoubleStream.concat(
        growth.curves().stream().flatMap(curve -> curve.marks().stream()).mapToDouble(Mark::families),
        growth.shares().stream().mapToDouble(Share::families));
  }

  private void familyLabels(LogAxis families) {
    double size = frame.scaled(10.5);
    double baseline = frame.bottom() - captionHeight() - frame.scaled(isRoomy ? 28 : 10);
    var marked = new TreeSet<>(families.ticks(8));
    for (double end : List.of(families.min(), families.max())) {
      if (marked.stream().allMatch(tick -> Math.abs(families.at(tick) - families.at(end)) > 4 * size)) {
        marked.add(end);
      }
    }
    for (double tick : marked) {
      graphic.text(LogAxis.count(tick), families.at(tick), baseline, Anchor.CENTER, size, false, Ink.MUTED);
    }
    if (isRoomy) {
      graphic.text(Texts.get("chart.families"), (families.from() + families.to()) / 2,
          frame.bottom() - captionHeight() - frame.scaled(10), Anchor.CENTER, frame.scaled(12), false, Ink.MUTED);
    }
  }

  private void curves(Frame plot, LogAxis families, OptionalDouble pointer) {
    var times = timesAxis(plot);
    grid(plot, times);
    bound(plot, families, times);
    band(new Curve("", growth.balanced(), Ink.MUTED, true), families, times);
    var labels = new EndLabels();
    growth.curves().forEach(curve -> band(curve, families, times));
    for (var curve : thoughtLast()) {
      line(curve, families, times);
      curve.marks().stream().filter(Mark::isKnown).reduce((_, last) -> last).ifPresent(last ->
          labels.add(endLabel(curve), times.at(last.ms()), curve.ink()));
    }
    labels.draw(graphic, plot, plot.scaled(isRoomy ? 12 : 10.5));
    pointer.ifPresent(x -> readOut(plot, families, times, x));
  }

  /// Below the bound nothing can be.
  private void bound(Frame plot, LogAxis families, LogAxis times) {
    var marks = growth.bound();
    if (marks.size() > 1) {
      double[] xs = new double[marks.size() + 2];
      double[] ys = new double[marks.size() + 2];
      for (int i = 0; i < marks.size(); i++) {
        xs[i] = families.at(marks.get(i).families());
        ys[i] = times.at(marks.get(i).ms());
      }
      xs[marks.size()] = xs[marks.size() - 1];
      ys[marks.size()] = plot.bottom();
      xs[marks.size() + 1] = xs[0];
      ys[marks.size() + 1] = plot.bottom();
      graphic.area(xs, ys, xs.length, Ink.IDLE, 0.14);
    }
  }

  /// The values at the measured number of families that is nearest to a pixel.
  private void readOut(Frame plot, LogAxis families, LogAxis times, double pointer) {
    familyCounts().distinct().boxed().min(Comparator.comparingDouble(count -> Math.abs(families.at(count) - pointer)))
        .ifPresent(count -> {
          var box = new ReadOutBox(Texts.get("chart.at.families", LogAxis.count(count)));
          for (var curve : growth.curves().reversed()) {
            at(curve.marks(), count).ifPresent(mark -> {
              box.add(curve.label(), read(mark), curve.ink());
              box.dot(families.at(count), times.at(mark.ms()), curve.ink());
            });
          }
          at(growth.bound(), count).ifPresent(mark ->
              box.add(Texts.get("chart.bound"), LogAxis.time(mark.ms()), Ink.IDLE));
          at(growth.balanced(), count).ifPresent(mark -> box.add(Texts.get("chart.balanced"), Texts.get("chart.between",
              LogAxis.time(mark.ms() - mark.halfWidthMs()), LogAxis.time(mark.ms() + mark.halfWidthMs())), Ink.IDLE));
          Optional.ofNullable(growth.failing().get((int) Math.round(count))).ifPresent(failing ->
              box.add(Texts.get("theory.none", failing), "", Ink.IDLE));
          box.draw(graphic, plot, families.at(count));
        });
  }

  private static Optional<Mark> at(List<Mark> marks, double families) {
    return marks.stream().filter(mark -> mark.families() == families && mark.isKnown()).findFirst();
  }

  private static String read(Mark mark) {
    var value = LogAxis.time(mark.ms());
    return mark.halfWidthMs() > 0 ? Texts.get("chart.plusMinus", value, LogAxis.time(mark.halfWidthMs())) : value;
  }

  /// What is thought lies above what is measured: its dashes hide little of it.
  private List<Curve> thoughtLast() {
    return Stream.concat(
        growth.curves().stream().filter(curve -> !curve.isDashed()),
        growth.curves().stream().filter(Curve::isDashed)).toList();
  }

  private LogAxis timesAxis(Frame plot) {
    var known = growth.curves().stream().flatMap(curve -> curve.marks().stream()).filter(Mark::isKnown).toList();
    double low = known.stream().mapToDouble(Mark::ms).min().orElse(10);
    double high = known.stream().mapToDouble(Mark::ms).max().orElse(10_000);
    return LogAxis.covering(low, high, plot.bottom(), plot.top());
  }

  private void grid(Frame plot, LogAxis times) {
    double size = plot.scaled(10.5);
    for (double tick : times.ticks(MOST_GRID_LINES)) {
      double y = times.at(tick);
      graphic.polyline(new double[] {plot.left(), plot.right()}, new double[] {y, y}, 2,
          Stroke.solid(Ink.LINE, 1));
      graphic.text(LogAxis.time(tick), plot.left() - plot.scaled(8), y + size * 0.36, Anchor.RIGHT, size, false,
          Ink.MUTED);
    }
  }

  private void band(Curve curve, LogAxis families, LogAxis times) {
    for (var run : runs(curve)) {
      int count = run.size();
      double[] xs = new double[2 * count];
      double[] ys = new double[2 * count];
      for (int i = 0; i < count; i++) {
        var mark = run.get(i);
        double half = Double.isNaN(mark.halfWidthMs()) ? 0 : mark.halfWidthMs();
        xs[i] = families.at(mark.families());
        ys[i] = times.at(mark.ms() + half);
        xs[2 * count - 1 - i] = xs[i];
        ys[2 * count - 1 - i] = times.at(Math.max(times.min(), mark.ms() - half));
      }
      graphic.area(xs, ys, 2 * count, curve.ink(), 0.22);
    }
  }

  private void line(Curve curve, LogAxis families, LogAxis times) {
    for (var run : runs(curve)) {
      double[] xs = run.stream().mapToDouble(mark -> families.at(mark.families())).toArray();
      double[] ys = run.stream().mapToDouble(mark -> times.at(mark.ms())).toArray();
      double width = frame.scaled(curve.isDashed() ? 1.5 : 2);
      graphic.polyline(xs, ys, xs.length, new Stroke(curve.ink(), 1, width, curve.isDashed()));
      for (int i = 0; i < xs.length && !curve.isDashed(); i++) {
        ReadOutBox.disc(graphic, xs[i], ys[i], frame.scaled(isRoomy ? 3.6 : 2.6), curve.ink());
        if (isHollow(run.get(i))) {
          ReadOutBox.disc(graphic, xs[i], ys[i], frame.scaled(isRoomy ? 2.1 : 1.5), Ink.PANEL);
        }
      }
    }
  }

  private boolean isHollow(Mark mark) {
    return growth.shares().stream().anyMatch(share -> share.families() == mark.families() && share.good() < 0.5);
  }

  /// The parts of a line between its gaps.
  private static List<List<Mark>> runs(Curve curve) {
    var runs = new ArrayList<List<Mark>>();
    boolean isGap = true;
    for (var mark : curve.marks()) {
      if (mark.isKnown()) {
        if (isGap) {
          runs.add(new ArrayList<>());
        }
        runs.getLast().add(mark);
      }
      isGap = !mark.isKnown();
    }
    return runs;
  }

  private static String endLabel(Curve curve) {
    return curve.marks().stream().filter(Mark::isKnown).reduce((_, last) -> last)
        .map(last -> last.equals(curve.marks().getLast())
            ? Texts.get("chart.end", curve.label(), LogAxis.time(last.ms()))
            : Texts.get("chart.end.before", curve.label(), LogAxis.time(last.ms()), LogAxis.count(last.families())))
        .orElse(curve.label());
  }

  private double padding() {
    return frame.scaled(isRoomy ? 20 : 12);
  }
}
