package tenfold.component;

/// Where families come from: each from a home of its own, somewhere in the world, but some from the co-op's building,
/// where everybody is behind one address (NAT).
final class Addresses {
  /// 203.0.113.7, of a block kept for examples (RFC 5737).
  private static final int BUILDING = 203 << 24 | 113 << 8 | 7;

  private static final double PHI = 0.6180339887498949;

  private Addresses() {}

  /// A family's IPv4 address.
  ///
  /// @param sharedShare share of the families that are in the building, 0 to 1, spread evenly over their numbers
  static int of(int family, double sharedShare) {
    double place = family * PHI % 1;
    return place < sharedShare ? BUILDING : scattered(family);
  }

  /// A bijective scrambling of 32 bits (Prospector's "lowbias32", Wellons 2018), so that homes share no block.
  private static int scattered(int family) {
    int x = family;
    x = (x ^ x >>> 16) * 0x7feb352d;
    x = (x ^ x >>> 15) * 0x846ca68b;
    return x ^ x >>> 16;
  }
}
