package tenfold.component.caching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// The right to fetch: one at a time, until it is used, voided or at its end.
class LeasesTest {
  private final Leases leases = new Leases();

  @Test
  void oneIsOutForEachKey() {
    var first = leases.give("a", 10, 0);
    assertTrue(first.isPresent());
    assertEquals(OptionalLong.empty(), leases.give("a", 15, 5));
    assertTrue(leases.give("b", 15, 5).isPresent());
    assertTrue(leases.takeBack("a", first.getAsLong(), 9));
    assertTrue(leases.give("a", 20, 9).isPresent());
  }

  @Test
  void aLeaseIsGoodOnce() {
    long lease = leases.give("a", 10, 0).getAsLong();
    assertTrue(leases.takeBack("a", lease, 1));
    assertFalse(leases.takeBack("a", lease, 1));
  }

  /// At its end another one is given, and the old one stays bad.
  @Test
  void aLeaseEnds() {
    long old = leases.give("a", 10, 0).getAsLong();
    long next = leases.give("a", 20, 10).getAsLong();
    assertNotEquals(old, next);
    assertFalse(leases.takeBack("a", old, 11));
    assertTrue(leases.takeBack("a", next, 19));
    long last = leases.give("a", 30, 20).getAsLong();
    assertFalse(leases.takeBack("a", last, 30));
  }

  @Test
  void aVoidedLeaseIsBadAndMakesRoomForAnother() {
    long old = leases.give("a", 10, 0).getAsLong();
    leases.revoke("a");
    long next = leases.give("a", 10, 0).getAsLong();
    assertFalse(leases.takeBack("a", old, 1));
    leases.clear();
    assertFalse(leases.takeBack("a", next, 1));
  }
}
