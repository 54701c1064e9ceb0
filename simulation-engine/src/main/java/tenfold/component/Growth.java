package tenfold.component;

/// How the number of families grows in the course of a run, up to that of their node. In the closed model families
/// join; in the open ones the arrival rate is in proportion to those who have.
///
/// @param course how it grows
/// @param from families at first; at most those of the node
/// @param startSeconds when the growth begins
/// @param overSeconds how long it takes
public record Growth(
    @Param(label = "Growth", live = true, mayBeAbsent = true, source = "off") Course course,
    @Param(label = "Families at first", unit = "families", min = 1, max = 10_000_000, live = true, mayBeAbsent = true,
        source = "pattern text: from 10") int from,
    @Param(label = "Growth begins at", unit = "s", max = 86_400, live = true, mayBeAbsent = true,
        source = "student's choice") double startSeconds,
    @Param(label = "Growth lasts", unit = "s", min = 1, max = 86_400, live = true, mayBeAbsent = true,
        source = "teaching value: 10 min") double overSeconds) {
  /// Keeps 100 families from being 99.9999999 of them.
  private static final double ROUNDING = 1e-6;

  /// How it grows.
  public enum Course {
    /// Not at all: everybody is there from the beginning.
    NONE("none"),
    /// As many join in each minute.
    LINEAR("linear"),
    /// In each minute by the same factor.
    EXPONENTIAL("exponential");

    private final String id;

    Course(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// Everybody is there from the beginning.
  public Growth() {
    this(Course.NONE, 10, 0, 600);
  }

  /// Families who have joined at a time.
  ///
  /// @param whole families of the node
  int familiesAt(double seconds, int whole) {
    double passed = Math.clamp((seconds - startSeconds) / overSeconds, 0, 1);
    double first = Math.min(from, whole);
    return (int) Math.floor(ROUNDING + switch (course) {
      case NONE -> whole;
      case LINEAR -> first + (whole - first) * passed;
      case EXPONENTIAL -> first * Math.pow(whole / first, passed);
    });
  }

  /// When so many will have joined; infinite when they never will.
  double secondsOf(int families, int whole) {
    double first = Math.min(from, whole);
    if (course == Course.NONE || families > whole || families <= first) {
      return Double.POSITIVE_INFINITY;
    }
    double passed = course == Course.LINEAR
        ? (families - first) / (whole - first) : Math.log(families / first) / Math.log(whole / first);
    return startSeconds + overSeconds * passed;
  }
}
