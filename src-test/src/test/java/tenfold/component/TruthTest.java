package tenfold.component;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tenfold.component.Truth.Wrong;
import tenfold.kernel.Simulation;

/// What counts as wrong: hand-worked histories of family 7, whose name is Old until it is committed anew.
class TruthTest {
  private final Simulation simulation = new Simulation(1);
  private final Truth truth = new Truth(simulation, new Chronicle(simulation));

  /// Committed at 10. Who asked at 9 may still get the old name at 12; who asked at 10 may not.
  @Test
  void aReadIsStaleWhenItWasAskedAfterTheCommit() {
    commitAt(10, "New", 1);
    at(12);
    truth.read(3, 7, "Old", 9, false, false);
    mustBe(Wrong.STALE_READ, 0);
    truth.read(3, 7, "Old", 10, false, false);
    mustBe(Wrong.STALE_READ, 1);
    truth.read(3, 7, "New", 11, false, false);
    mustBe(Wrong.STALE_READ, 1);
    assertEquals(3, truth.account().reads());
  }

  /// The cause of a stale read is the first commit that it missed, not the last.
  @Test
  void anIncidentNamesTheCommitThatWasMissed() {
    commitAt(1_000_000_000, "New", 1);
    commitAt(2_000_000_000, "Newer", 2);
    at(3_000_000_000L);
    truth.read(3, 7, "Old", 2_500_000_000L, true, true);
    var incident = truth.account().incidents().getFirst();
    assertEquals(new Truth.Incident(Wrong.STALE_READ, 3, 3, 7, "Old", "Newer", 1, Truth.Cause.CHANGE, "Primary", true),
        incident);
    mustBe(Wrong.OLD_AFTER_SAVE, 1);
  }

  /// Only the writer misses its own write, and only once it was told that the write is done.
  @Test
  void anOwnWriteIsMissedByItsWriterOnly() {
    commitAt(10, "New", 1);
    truth.read(3, 7, "Old", 9, false, false);
    mustBe(Wrong.OWN_WRITE_MISSING, 0);
    truth.acknowledged(3, 7, 1);
    truth.read(3, 7, "Old", 9, false, false);
    truth.read(4, 7, "Old", 9, false, false);
    mustBe(Wrong.OWN_WRITE_MISSING, 1);
  }

  /// New and then Old again is time going backwards for that reader, not for another who sees Old first.
  @Test
  void timeGoesBackwardsForOneReader() {
    commitAt(10, "New", 1);
    truth.read(3, 7, "New", 10, false, false);
    truth.read(4, 7, "Old", 5, false, false);
    mustBe(Wrong.TIME_WENT_BACKWARDS, 0);
    truth.read(3, 7, "Old", 5, false, false);
    mustBe(Wrong.TIME_WENT_BACKWARDS, 1);
  }

  @Test
  void aRowAddedTwiceForOneWishIsADuplicate() {
    truth.inserted(1, 100, Wrong.DUPLICATE_FAMILY, "Primary");
    truth.inserted(2, 101, Wrong.DUPLICATE_FAMILY, "Primary");
    mustBe(Wrong.DUPLICATE_FAMILY, 0);
    truth.inserted(1, 102, Wrong.DUPLICATE_FAMILY, "Primary");
    mustBe(Wrong.DUPLICATE_FAMILY, 1);
  }

  @Test
  void theWarmUpIsForgottenButNotTheTruth() {
    commitAt(10, "New", 1);
    truth.read(3, 7, "Old", 10, false, false);
    truth.clear();
    mustBe(Wrong.STALE_READ, 0);
    truth.read(3, 7, "Old", 10, false, false);
    mustBe(Wrong.STALE_READ, 1);
  }

  private void commitAt(long nanos, String name, long operation) {
    at(nanos);
    truth.committed(7, Optional.of("Old"), name, operation, "Primary");
  }

  private void at(long nanos) {
    simulation.run(nanos);
  }

  private void mustBe(Wrong what, long count) {
    assertEquals(count, truth.account().count(what), what.toString());
  }
}
