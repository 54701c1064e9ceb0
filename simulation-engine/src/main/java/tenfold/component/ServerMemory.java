package tenfold.component;

/// A server's memory, and what takes it.
///
/// @param totalMb what there is
/// @param baseMb what the process takes when it does nothing
/// @param perRequestMb what a request takes while it is under way
/// @param perSessionKb what a session takes that is kept in the server
/// @param whenFull what happens when it does not suffice
public record ServerMemory(
    @Param(label = "Memory", unit = "MB", min = 256, max = 4_194_304, mayBeAbsent = true,
        source = "pattern text: 16 to 256 GB") double totalMb,
    @Param(label = "Memory at rest", unit = "MB", min = 10, max = 16_000, live = true, mayBeAbsent = true,
        source = "teaching value: 500 MB") double baseMb,
    @Param(label = "Memory per request", unit = "MB", min = 0.01, max = 100, live = true, mayBeAbsent = true,
        source = "teaching value: 2 MB") double perRequestMb,
    @Param(label = "Memory per session", unit = "kB", min = 0.01, max = 65_536, live = true, mayBeAbsent = true,
        source = "teaching value: 2 kB") double perSessionKb,
    @Param(label = "When memory is full", live = true, mayBeAbsent = true, source = "Linux: out-of-memory killer")
        WhenFull whenFull) {
  /// Above this share of its memory a process spends more and more time on making room.
  private static final double PRESSURE_BEGINS = 0.8;

  /// What happens when the memory does not suffice.
  public enum WhenFull {
    /// The operating system ends the process; it starts anew.
    OUT_OF_MEMORY_KILL("oomKill"),
    /// A request that does not fit is answered with 503.
    REJECT("reject");

    private final String id;

    WhenFull(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// The text's smallest server.
  public ServerMemory() {
    this(16_384, 500, 2, 2, WhenFull.OUT_OF_MEMORY_KILL);
  }

  /// The same demands on another amount of memory.
  ServerMemory withTotalMb(double megabytes) {
    return new ServerMemory(megabytes, baseMb, perRequestMb, perSessionKb, whenFull);
  }

  /// Share of the memory that so many requests and sessions take; above 1 it does not suffice.
  double share(int requests, int sessions) {
    return (baseMb + requests * perRequestMb + sessions * perSessionKb / 1_024) / totalMb;
  }

  /// How much longer everything takes at that share: 1 up to 80 %, 2 when full, as garbage collection makes it
  /// (domain 1.5: 1 + ((m − 0.8)/0.2)²).
  static double slowdown(double share) {
    double pressure = Math.max(0, share - PRESSURE_BEGINS) / (1 - PRESSURE_BEGINS);
    return 1 + pressure * pressure;
  }
}
