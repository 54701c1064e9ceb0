package tenfold.component.guarding;

import java.util.List;

/// What guards have done.
///
/// @param retries calls that were made again
/// @param hedges calls that were made a second time while the first was under way
/// @param refused calls that were not made
/// @param open circuit breakers that are open now
public record GuardCounts(long retries, long hedges, long refused, int open) {
  /// Nothing.
  public static final GuardCounts NONE = new GuardCounts(0, 0, 0, 0);

  /// What they have done together.
  public static GuardCounts of(List<Guard> guards) {
    return guards.stream().map(Guard::counts).reduce(NONE, GuardCounts::plus);
  }

  /// The same with another number of open circuit breakers.
  public GuardCounts withOpen(int breakers) {
    return new GuardCounts(retries, hedges, refused, breakers);
  }

  /// Both together.
  public GuardCounts plus(GuardCounts other) {
    return new GuardCounts(
        retries + other.retries, hedges + other.hedges, refused + other.refused, open + other.open);
  }
}
