package tenfold.component;

import java.util.ArrayList;
import java.util.List;
import tenfold.component.scaling.Controller;
import tenfold.component.scaling.Metric;
import tenfold.component.scaling.Policy;
import tenfold.component.scaling.TargetTracking;
import tenfold.component.scaling.Thresholds;

/// Adds servers to a stack when it is busy and takes them away when it is quiet.
///
/// The stack begins at its own number of servers. When that number is edited while the scaler is there, the stack is
/// brought to it at once, by servers that need no boot, and the scaler goes on from there; when the scaler is taken
/// away, the stack returns to it.
///
/// @param scaling how it decides
/// @param min fewest servers
/// @param max most servers
/// @param periodSeconds time over which the servers are measured, and after which is decided
/// @param metricsDelaySeconds how long after the end of a period its figures are known
/// @param thresholds when, by thresholds, servers come and go
/// @param targets what target tracking holds, and how soon
/// @param cooldownOutSeconds time after servers were added before more are
/// @param cooldownInSeconds time after a change before servers are taken away
/// @param warmUpSeconds time in service before a server's figures count
/// @param termination who is taken away first
/// @param scaleInProtection whether no server is taken away
/// @param replacement whether and when an unhealthy server is replaced
@Kind(id = "auto-scaler", label = "Scaler", group = Kind.Group.CONTROL,
    icon = "trending-up", calls = {AppServer.class},
    summary = "Adds servers to a stack when it is busy, and takes them away when it is quiet.",
    models = {
      "The text’s thresholds: up when the processors are too busy or the answers too slow, down by one when both are "
          + "low.",
      "AWS target tracking for processor and response time: an alarm after some minutes above the target or "
          + "many below it, and then as many servers as would bring the figure to the target; of two policies the "
          + "larger number, and servers are taken away only when both want fewer.",
      "Figures that come late, cooldowns out and in, a warm-up in which a server’s figures do not count, and no "
          + "server taken away while others start. Fewest and most servers; the newest or the oldest goes first; "
          + "protection against scaling in.",
      "New servers boot as their own life cycle says: paid for, and not offered to the balancer. Those taken away "
          + "drain.",
      "Health checks of its own, by connection or GET /health, as AWS has them of its balancer: after a grace "
          + "period since its launch a server that fails them is replaced."},
    leavesOut = {
      "Schedules, step policies with several steps, and predictions.",
      "A machine’s cores that an event loop cannot use: a server whose one loop is full counts as full.",
      "Launches that fail or wait because nothing is to be had."},
    figures = {Figure.SCALING})
public record AutoScaler(
    @Param(label = "Policy", live = true, source = "pattern text: thresholds") Scaling scaling,
    @Param(label = "Fewest servers", unit = "servers", max = 1_000, live = true, source = "pattern text: 2") int min,
    @Param(label = "Most servers", unit = "servers", min = 1, max = 1_000, live = true, source = "pattern text: 50")
        int max,
    @Param(label = "Period", unit = "s", min = 1, max = 3_600, live = true, source = "teaching value: 60 s")
        double periodSeconds,
    @Param(label = "Figures come after", unit = "s", max = 3_600, live = true, mayBeAbsent = true,
        source = "teaching value: at once") double metricsDelaySeconds,
    @Param(label = "Thresholds", mayBeAbsent = true) Bounds thresholds,
    @Param(label = "Targets", mayBeAbsent = true) Targets targets,
    @Param(label = "Cooldown before more", unit = "s", max = 3_600, live = true,
        source = "pattern text: ScaleOutCooldown 60") double cooldownOutSeconds,
    @Param(label = "Cooldown before fewer", unit = "s", max = 3_600, live = true,
        source = "pattern text: ScaleInCooldown 300") double cooldownInSeconds,
    @Param(label = "Warm-up", unit = "s", max = 3_600, live = true, mayBeAbsent = true,
        source = "teaching value: 120 s; AWS: its figures do not count") double warmUpSeconds,
    @Param(label = "Goes first", live = true, mayBeAbsent = true, source = "teaching value: the newest")
        ScalingGroup.Termination termination,
    @Param(label = "Scale-in protection", live = true, mayBeAbsent = true, source = "AWS: off")
        boolean scaleInProtection,
    @Param(label = "Replacement", mayBeAbsent = true) Replacement replacement)
    implements ComponentSpec {

  /// How it decides.
  public enum Scaling {
    /// By thresholds, some servers at a time.
    THRESHOLD("threshold"),
    /// As many as the target takes.
    TARGET_TRACKING("targetTracking");

    private final String id;

    Scaling(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// The text's `scaleUpWhen` and `scaleDownWhen`.
  ///
  /// @param upCpuPercent more servers when their processors are busier than this, or
  /// @param upResponseMs when their answers take longer than this
  /// @param downCpuPercent one server less when their processors are idler than this, and
  /// @param downResponseMs when their answers are faster than this
  /// @param step servers more at a time
  public record Bounds(
      @Param(label = "More above", unit = "% busy", min = 1, max = 100, live = true, source = "pattern text: > 70%")
          double upCpuPercent,
      @Param(label = "More above", unit = "ms", min = 1, max = 60_000, live = true, source = "pattern text: > 500ms")
          double upResponseMs,
      @Param(label = "Fewer below", unit = "% busy", max = 100, live = true, source = "pattern text: < 30%")
          double downCpuPercent,
      @Param(label = "Fewer below", unit = "ms", max = 60_000, live = true, source = "pattern text: < 100ms")
          double downResponseMs,
      @Param(label = "Step", unit = "servers", min = 1, max = 50, live = true, source = "teaching value: 1")
          int step) {
    /// The text's.
    public Bounds() {
      this(70, 500, 30, 100, 1);
    }
  }

  /// What target tracking holds.
  ///
  /// @param cpuPercent busy processors; 0 for not by that
  /// @param responseMs response time; 0 for not by that
  /// @param alarmOut periods in a row above a target that add servers
  /// @param alarmIn periods in a row below it that take servers away
  /// @param marginPercent how far below a target is below, as a share of it
  public record Targets(
      @Param(label = "Target busy", unit = "%", max = 100, live = true, source = "pattern text: TargetValue 70")
          double cpuPercent,
      @Param(label = "Target response time", unit = "ms", max = 60_000, live = true,
          source = "off; pattern text: TargetValue 500") double responseMs,
      @Param(label = "Periods above", unit = "periods", min = 1, max = 60, live = true, source = "AWS: 3 x 1 min")
          int alarmOut,
      @Param(label = "Periods below", unit = "periods", min = 1, max = 60, live = true, source = "AWS: 15 x 1 min")
          int alarmIn,
      @Param(label = "Margin below", unit = "%", max = 50, live = true, source = "AWS: about 10 % under the target")
          double marginPercent) {
    /// The text's processor target with AWS's alarms.
    public Targets() {
      this(70, 0, 3, 15, 10);
    }
  }

  /// How unhealthy servers are found and replaced (`HealthCheckType: ELB`).
  ///
  /// @param enabled whether they are
  /// @param type what a check does
  /// @param intervalSeconds time between checks
  /// @param fall bad checks in a row that make a server unhealthy
  /// @param timeoutMs how long a check waits
  /// @param graceSeconds time since its launch in which a server's checks do not count
  public record Replacement(
      @Param(label = "Replace unhealthy servers", live = true, source = "pattern text: HealthCheckType ELB")
          boolean enabled,
      @Param(label = "Check by", live = true, source = "AWS: HTTP") ActiveChecks.Type type,
      @Param(label = "Check interval", unit = "s", min = 1, max = 3_600, live = true, source = "AWS: 30 s")
          double intervalSeconds,
      @Param(label = "Bad checks until replaced", unit = "checks", min = 1, max = 100, live = true, source = "AWS: 2")
          int fall,
      @Param(label = "Check time-out", unit = "ms", min = 1, max = 60_000, live = true, source = "AWS: 5 s")
          double timeoutMs,
      @Param(label = "Grace", unit = "s", max = 3_600, live = true,
          source = "pattern text: HealthCheckGracePeriod 300; AWS’s API: 0") double graceSeconds) {
    /// The text's grace with AWS's checks.
    public Replacement() {
      this(true, ActiveChecks.Type.HTTP, 30, 2, 5_000, 300);
    }
  }

  /// The text's thresholds and limits.
  public AutoScaler() {
    this(Scaling.THRESHOLD, 2, 50, 60, 0, new Bounds(), new Targets(), 60, 300, 120, ScalingGroup.Termination.NEWEST,
        false, new Replacement());
  }

  /// What decides, with its alarms at rest.
  Controller controller() {
    return new Controller(policies(), min, max, cooldownOutSeconds, cooldownInSeconds);
  }

  private List<Policy> policies() {
    if (scaling == Scaling.THRESHOLD) {
      return List.of(new Thresholds(thresholds.upCpuPercent() / 100, thresholds.upResponseMs(),
          thresholds.downCpuPercent() / 100, thresholds.downResponseMs(), thresholds.step()));
    }
    var policies = new ArrayList<Policy>();
    double margin = targets.marginPercent() / 100;
    if (targets.cpuPercent() > 0) {
      policies.add(new TargetTracking(Metric::utilisation, targets.cpuPercent() / 100, targets.alarmOut(),
          targets.alarmIn(), margin));
    }
    if (targets.responseMs() > 0) {
      policies.add(new TargetTracking(Metric::responseMs, targets.responseMs(), targets.alarmOut(), targets.alarmIn(),
          margin));
    }
    return policies;
  }

  @Override
  public Component build(Site site) {
    return new ScalerInstance(this, site);
  }
}
