package tenfold.component.scaling;

import java.util.List;

/// Turns what policies want into a number of servers: the largest wish of several policies, inside the limits, not
/// before the cooldown is over, and never fewer while servers are still starting.
///
/// Servers are taken away only when every policy wants fewer. The cooldown before more servers runs from the last time
/// that servers were added; the one before fewer from the last change of either kind. A change is due as soon as
/// exactly the cooldown has passed, so a cooldown of one period hinders no decision.
///
/// Source: docs.aws.amazon.com, Application Auto Scaling, "Target tracking scaling policies".
public final class Controller {
  private final List<Policy> policies;
  private final int min;
  private final int max;
  private final double cooldownOutSeconds;
  private final double cooldownInSeconds;
  private double addedAtSeconds = Double.NEGATIVE_INFINITY;
  private double changedAtSeconds = Double.NEGATIVE_INFINITY;

  /// @param policies at least one
  /// @param min fewest servers
  /// @param max most servers
  /// @param cooldownOutSeconds after servers were added, before more are
  /// @param cooldownInSeconds after any change, before servers are taken away
  public Controller(List<Policy> policies, int min, int max, double cooldownOutSeconds, double cooldownInSeconds) {
    this.policies = List.copyOf(policies);
    this.min = min;
    this.max = max;
    this.cooldownOutSeconds = cooldownOutSeconds;
    this.cooldownInSeconds = cooldownInSeconds;
  }

  /// Goes on from when another one has changed something.
  public void goOnFrom(Controller before) {
    addedAtSeconds = before.addedAtSeconds;
    changedAtSeconds = before.changedAtSeconds;
  }

  /// The number of servers from now on.
  ///
  /// @param nowSeconds time of the decision, which does not go backwards
  /// @param desired servers that were wanted so far
  /// @param isStarting whether servers that were added are not in service yet, or are still warming up
  /// @param metric what the servers did in the last period
  public int decide(double nowSeconds, int desired, boolean isStarting, Metric metric) {
    int wanted = limited(wish(metric, desired));
    if (limited(desired) != desired) {
      return limited(desired);
    }
    if (wanted > desired && nowSeconds - addedAtSeconds >= cooldownOutSeconds) {
      addedAtSeconds = nowSeconds;
      changedAtSeconds = nowSeconds;
      return wanted;
    }
    if (wanted < desired && !isStarting && nowSeconds - changedAtSeconds >= cooldownInSeconds) {
      changedAtSeconds = nowSeconds;
      return wanted;
    }
    return desired;
  }

  /// Of limits that cross, as they may while somebody edits them, the fewest hold.
  private int limited(int servers) {
    return Math.max(min, Math.min(max, servers));
  }

  /// The largest; who is content wants what there is.
  private int wish(Metric metric, int desired) {
    return policies.stream().mapToInt(policy -> policy.wants(metric, desired).orElse(desired)).max().orElse(desired);
  }
}
