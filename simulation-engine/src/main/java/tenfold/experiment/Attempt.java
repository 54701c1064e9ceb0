package tenfold.experiment;

import java.util.List;
import tenfold.run.Bill;
import tenfold.run.Experiment.Summary;
import tenfold.scenario.PriceList;
import tenfold.scenario.Scenario;

/// A design that was tried and is kept for the board on which attempts compete in cost, response time and goodput.
///
/// @param name as it was called
/// @param scenario the design
/// @param dollarsPerMonth what it costs
/// @param p95Ms its 95th percentile; NaN when nothing was answered
/// @param goodputPerSecond successful answers a second
public record Attempt(String name, Scenario scenario, double dollarsPerMonth, double p95Ms, double goodputPerSecond) {
  /// Responses within 2 % of each other are as good as the same: less than chance makes of them.
  private static final double SLACK = 0.02;

  /// An attempt with what was measured of it.
  public static Attempt of(String name, Scenario scenario, Summary summary, PriceList prices) {
    return new Attempt(name, scenario, Bill.of(scenario.topology(), summary, prices).perMonth(), summary.p95Ms(),
        summary.goodputPerSecond().mean());
  }

  /// Whether `other` is better in one respect and not worse in the others: Pareto's order (Pareto, *Manuale di economia
  /// politica*, 1906). Response time and goodput count as the same within 2 %.
  public boolean isDominatedBy(Attempt other) {
    double ownMs = Double.isNaN(p95Ms) ? Double.POSITIVE_INFINITY : p95Ms;
    double otherMs = Double.isNaN(other.p95Ms) ? Double.POSITIVE_INFINITY : other.p95Ms;
    boolean isNowhereWorse = other.dollarsPerMonth <= dollarsPerMonth && otherMs <= ownMs * (1 + SLACK)
        && other.goodputPerSecond >= goodputPerSecond * (1 - SLACK);
    boolean isSomewhereBetter = other.dollarsPerMonth < dollarsPerMonth || otherMs < ownMs * (1 - SLACK)
        || other.goodputPerSecond > goodputPerSecond * (1 + SLACK);
    return isNowhereWorse && isSomewhereBetter;
  }

  /// Those that no other one of them beats.
  public static List<Attempt> best(List<Attempt> attempts) {
    return attempts.stream().filter(one -> attempts.stream().noneMatch(one::isDominatedBy)).toList();
  }
}
