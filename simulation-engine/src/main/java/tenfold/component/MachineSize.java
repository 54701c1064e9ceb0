package tenfold.component;

import java.util.List;

/// A machine that can be rented.
///
/// @param cores processor cores
/// @param memoryGb memory, in GB of 1,024 MB
/// @param monthlyPriceDollars price a month
public record MachineSize(int cores, int memoryGb, double monthlyPriceDollars) {
  /// The five sizes of the pattern text, "the vertical trap": each has twice the cores, and costs ever more for each.
  public static final List<MachineSize> OFFERED = List.of(
      new MachineSize(4, 16, 100),
      new MachineSize(8, 32, 300),
      new MachineSize(16, 64, 800),
      new MachineSize(32, 128, 2_500),
      new MachineSize(64, 256, 8_000));

  /// What at least so many cores cost a month: the next of the sizes that are offered, and several of the largest
  /// beyond.
  public static double monthlyPriceDollars(int cores) {
    var largest = OFFERED.getLast();
    return OFFERED.stream().filter(size -> size.cores() >= cores).findFirst().map(MachineSize::monthlyPriceDollars)
        .orElse(Math.ceil((double) cores / largest.cores()) * largest.monthlyPriceDollars());
  }

  /// Memory in MB.
  public double memoryMb() {
    return memoryGb * 1_024.0;
  }
}
