package tenfold.component;

/// How long a server takes to come and to go.
///
/// @param bootMs from the order to a server that answers, when a machine is new or of another size
/// @param restartMs from a crash to a process that answers again
/// @param drainMs how long a server that is taken out may finish what it has
public record ServerLifecycle(
    @Param(label = "Boot", unit = "ms", min = 0, max = 1_800_000, live = true, mayBeAbsent = true,
        source = "teaching value: machine 60 s + application 60 s") double bootMs,
    @Param(label = "Restart after a crash", unit = "ms", max = 600_000, live = true, mayBeAbsent = true,
        source = "teaching value: 10 s") double restartMs,
    @Param(label = "Drain", unit = "ms", max = 3_600_000, live = true, mayBeAbsent = true,
        source = "teaching value: 30 s") double drainMs) {

  /// Two minutes, ten seconds, half a minute.
  public ServerLifecycle() {
    this(120_000, 10_000, 30_000);
  }
}
