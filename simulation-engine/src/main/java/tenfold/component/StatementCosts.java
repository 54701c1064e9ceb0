package tenfold.component;

import tenfold.port.Statement.Work;

/// What statements cost a database; inserts and updates cost the primary processor time of their own.
///
/// @param pointReadCpuMs processor time for one row by key
/// @param familyReadCpuMs processor time for a family with all that belongs to it
/// @param familyReadPages pages that such a read takes from the disk
/// @param rowReadCpuMs processor time for one row of many that are read one by one
/// @param pageReadMs time to read one page
/// @param pageReadsInParallel page reads under way at most
/// @param bufferPoolHit share of the pages that are in memory
/// @param writePages pages that a write takes from the disk
/// @param reportCpuMs processor time for the attendance report
/// @param cpuLaw how processor times vary
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
        int pageReadsInParallel,
    @Param(label = "Pages in memory", unit = "share", max = 1, live = true, mayBeAbsent = true,
        source = "calibration (d): 0, all pages are cold") double bufferPoolHit,
    @Param(label = "Write", unit = "pages", max = 10_000, live = true, mayBeAbsent = true,
        source = "a row that is written was read before: none") int writePages,
    @Param(label = "Report", unit = "ms", max = 60_000, live = true, mayBeAbsent = true,
        source = "teaching value: 600 ms") double reportCpuMs,
    @Param(label = "Processor time varies", live = true, mayBeAbsent = true, source = "as the text counts: constant")
        Law cpuLaw) {

  /// The text's sample code (calibration d).
  public StatementCosts() {
    this(0.1, 0.55, 31, 1.6667, 1, 64);
  }

  /// Costs with the defaults of everything else.
  public StatementCosts(double pointReadCpuMs, double familyReadCpuMs, int familyReadPages, double rowReadCpuMs,
      double pageReadMs, int pageReadsInParallel) {
    this(pointReadCpuMs, familyReadCpuMs, familyReadPages, rowReadCpuMs, pageReadMs, pageReadsInParallel, 0, 0, 600,
        Law.CONSTANT);
  }

  /// Processor time of a read, in milliseconds.
  double cpuMs(Work work) {
    return switch (work) {
      case POINT_READ, INSERT, UPDATE, ENROLMENT -> pointReadCpuMs;
      case FAMILY_READ -> familyReadCpuMs;
      case ROW_READ -> rowReadCpuMs;
      case REPORT -> reportCpuMs;
    };
  }

  /// Time on the disk, in milliseconds: a statement reads its pages one after the other, those that are not in memory.
  double diskMs(Work work) {
    int pages = work == Work.FAMILY_READ ? familyReadPages : work.isWrite() ? writePages : 0;
    return pages * (1 - bufferPoolHit) * pageReadMs;
  }
}
