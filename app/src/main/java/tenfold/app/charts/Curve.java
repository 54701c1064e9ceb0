package tenfold.app.charts;

import java.util.List;
import tenfold.app.look.Ink;

/// One line of a growth chart.
///
/// @param label what it is, in a word or two
/// @param marks its points, by rising number of families
/// @param ink its colour
/// @param isDashed whether it is thought (theory, a prediction) and not measured; a measured line shows its points
public record Curve(String label, List<Mark> marks, Ink ink, boolean isDashed) {
  /// Copies the points.
  public Curve {
    marks = List.copyOf(marks);
  }

  /// The part of the line for at most that many families.
  Curve upTo(int mostFamilies) {
    return new Curve(label, marks.stream().filter(mark -> mark.families() <= mostFamilies).toList(), ink, isDashed);
  }

  /// One point of a line.
  ///
  /// @param families families in the co-op
  /// @param ms response time in milliseconds; NaN where there is nothing to say, which leaves a gap
  /// @param halfWidthMs half the width of the band around it; 0 or NaN for none
  public record Mark(double families, double ms, double halfWidthMs) {

    /// A point without a band.
    public Mark(double families, double ms) {
      this(families, ms, 0);
    }

    /// Whether there is anything to draw.
    public boolean isKnown() {
      return ms > 0 && ms < Double.POSITIVE_INFINITY;
    }
  }
}
