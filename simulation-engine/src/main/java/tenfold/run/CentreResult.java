package tenfold.run;

/// What one kind of processor of a node did in one run, after the warm-up: its cores, the channels of its disk.
///
/// @param meanBusy units at work on the average, of all copies together
/// @param units units of one copy
/// @param copies how many there are: the instances of a stack, and the loops of a server with one for each core
/// @param isShared whether all present share the units; else they are served in turn
public record CentreResult(double meanBusy, int units, int copies, boolean isShared) {
  CentreResult plus(CentreResult other) {
    return new CentreResult(meanBusy + other.meanBusy, units, copies + other.copies, isShared);
  }

  boolean isLike(CentreResult other) {
    return units == other.units && isShared == other.isShared;
  }
}
