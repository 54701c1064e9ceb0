package tenfold.component;

import tenfold.port.Statement.Work;

/// What reading statements cost a database.
///
/// @param pointReadCpuMs processor time for one row by key
/// @param familyReadCpuMs processor time for a family with all that belongs to it
/// @param familyReadPages pages that such a read takes from the disk
/// @param rowReadCpuMs processor time for one row of many that are read one by one
/// @param pageReadMs time to read one page
/// @param pageReadsInParallel page reads under way at most
public record StatementCosts(
    @Param(label = "Point read", unit = "ms", max = 100, live = true, source = "calibration (c)")
        double pointReadCpuMs,
    @Param(label = "Family read", unit = "ms", max = 100, live = true, source = "calibration (d)")
        double familyReadCpuMs,
    @Param(label = "Family read", unit = "pages", max = 10_000, live = true, source = "calibration (d)")
        int familyReadPages,
    @Param(label = "One row of many", unit = "ms", max = 100, live = true, source = "calibration (a), A2")
        double rowReadCpuMs,
    @Param(label = "Page read", unit = "ms", min = 0, max = 20, live = true, source = "network block storage")
        double pageReadMs,
    @Param(label = "Page reads in parallel", unit = "reads", min = 1, max = 1_024, source = "calibration (d)")
        int pageReadsInParallel) {

  /// The text's sample code (calibration d).
  public StatementCosts() {
    this(0.1, 0.55, 31, 1.6667, 1, 64);
  }

  /// Processor time of a read, in milliseconds.
  double cpuMs(Work work) {
    return switch (work) {
      case POINT_READ, INSERT, UPDATE, ENROLMENT -> pointReadCpuMs;
      case FAMILY_READ -> familyReadCpuMs;
      case ROW_READ -> rowReadCpuMs;
    };
  }

  /// Time on the disk of a read, in milliseconds: a query reads its pages one after the other.
  double diskMs(Work work) {
    return work == Work.FAMILY_READ ? familyReadPages * pageReadMs : 0;
  }
}
