package tenfold.app.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import tenfold.app.charts.Curve.Mark;

/// The growth curve in a place for charts.
///
/// @param growth what it shows, each time it is painted
record GrowthPane(Supplier<Growth> growth) implements Chart {
  @Override
  public String id() {
    return "growth";
  }

  @Override
  public void draw(Graphic graphic, Frame frame, View view) {
    if (view.showsTitle()) {
      GrowthChart.draw(growth.get(), graphic, frame.left(), frame.top(), frame.width(), frame.height());
    } else {
      GrowthChart.drawBelowTitle(growth.get(), graphic, frame, view.pointer());
    }
  }

  /// A line for each number of families: each curve with half the width of its band, the bound, and the middle and half
  /// the width of what the balanced job bounds leave.
  @Override
  public List<List<String>> table() {
    var shown = growth.get();
    var rows = new ArrayList<List<String>>();
    rows.add(Stream.of(Stream.of("families"), shown.curves().stream().flatMap(curve ->
        Stream.of(curve.label() + ".ms", curve.label() + ".halfWidthMs")), Stream.of("bound.ms", "balanced.ms",
            "balanced.halfWidthMs"))
        .flatMap(columns -> columns).toList());
    shown.curves().stream().flatMap(curve -> curve.marks().stream()).mapToDouble(Mark::families).distinct().sorted()
        .forEach(families -> rows.add(DoubleStream.concat(DoubleStream.concat(DoubleStream.of(families),
            shown.curves().stream().flatMapToDouble(curve -> at(curve.marks(), families))),
            DoubleStream.concat(at(shown.bound(), families).limit(1), at(shown.balanced(), families)))
            .mapToObj(value -> Double.isFinite(value) ? Double.toString(value) : "").toList()));
    return rows;
  }

  private static DoubleStream at(List<Mark> marks, double families) {
    return marks.stream().filter(mark -> mark.families() == families).findFirst()
        .map(mark -> DoubleStream.of(mark.ms(), mark.halfWidthMs()))
        .orElse(DoubleStream.of(Double.NaN, Double.NaN));
  }
}
