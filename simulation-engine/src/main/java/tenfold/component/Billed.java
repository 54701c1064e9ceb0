package tenfold.component;

import java.util.List;

/// Something that one instance of a component is billed for: an item of the price list, so many of it, for a month or
/// for each call.
///
/// @param item name in the price list; [#OWN_PRICE] for dollars
/// @param quantity how many of it
/// @param basis what the quantity is for
public record Billed(String item, double quantity, Basis basis) {
  /// The item of those that state their price themselves: a dollar.
  public static final String OWN_PRICE = "dollar";

  /// What a quantity is for.
  public enum Basis {
    /// A month in which the instance is there.
    MONTH,
    /// A call to it.
    CALL
  }

  /// That item, once, for each month.
  public static Billed monthly(String item) {
    return monthly(item, 1);
  }

  /// That item, so many times, for each month.
  public static Billed monthly(String item, double quantity) {
    return new Billed(item, quantity, Basis.MONTH);
  }

  /// So much of that item for each call.
  public static Billed perCall(String item, double quantity) {
    return new Billed(item, quantity, Basis.CALL);
  }

  /// A machine with at least so many cores: the next of the sizes that can be had, and several of the largest beyond.
  static List<Billed> machine(int cores) {
    var largest = MachineSize.OFFERED.getLast();
    return List.of(MachineSize.OFFERED.stream().filter(size -> size.cores() >= cores).findFirst()
        .map(size -> monthly("server." + size.cores()))
        .orElse(monthly("server." + largest.cores(), Math.ceil((double) cores / largest.cores()))));
  }
}
