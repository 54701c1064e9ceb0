package tenfold.headlines;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.headlines.Altered.shipped;

import org.junit.jupiter.api.Test;
import tenfold.component.ReadModel.WhileRebuilding;
import tenfold.component.ReadRouting.Choice;
import tenfold.component.Truth.Wrong;

/// Queries apart from commands: what a reader sees who has just written, and what a rebuild costs.
class ReadModelsTest {
  /// A reload comes to the read model 0.1 s and its way after the answer to the save, which is sooner than 0.2 s after
  /// the commit. Nobody sees the change of a moment ago, unless the read waits for it; then only those are wrong that
  /// were under way when their reader's change was answered, of one family in a thousand or so.
  @Test
  void whoSavesSeesTheOldNameUnlessItsReadWaits() {
    var scenario = shipped("cqrs-lag").lasting(20, 60);
    var wrong = scenario.run(1).wrong();
    assertTrue(wrong.count(Wrong.OLD_AFTER_SAVE) > 0.98 * wrong.reloads(),
        wrong.count(Wrong.OLD_AFTER_SAVE) + " of " + wrong.reloads());
    var waiting = scenario.with("Servers", "reads.choice", Choice.VERSION_WAIT).run(1);
    assertTrue(waiting.wrong().count(Wrong.OLD_AFTER_SAVE) < 0.01 * waiting.wrong().reloads());
    assertTrue(waiting.wrong().count(Wrong.OWN_WRITE_MISSING) < 0.002 * waiting.wrong().reads());
    assertEquals(0, waiting.errorShare());
    assertTrue(waiting.p95Ms() < 200, "p95 " + waiting.p95Ms());
  }

  /// Three hundred events a second for 60 s are read again in 3.6 s. A family is changed 0.3 times a second, so a page
  /// is old with probability 1 − e^(−0.3 · 0.2) with the usual lag, and 1 − e^(−0.3 t) at t after the rebuild began.
  @Test
  void aRebuildShowsTheRowsOfBeforeOrNone() {
    var rebuild = shipped("rebuild").lasting(60, 5);
    var before = shipped("rebuild").lasting(20, 35);
    double usual = staleShare(before);
    assertEquals(1 - Math.exp(-0.3 * 0.2), usual, 0.015);
    double seconds = 60 * 300 / 5_000.0;
    double during = 1 - (1 - Math.exp(-0.3 * seconds)) / (0.3 * seconds);
    assertEquals((during * seconds + usual * (5 - seconds)) / 5, staleShare(rebuild), 0.08);
    var refusing = rebuild.with("Read model", "whileRebuilding", WhileRebuilding.REFUSE).run(1);
    assertEquals(seconds / 5 / 2, refusing.errorShare(), 0.03);
  }

  private static double staleShare(Altered scenario) {
    var wrong = scenario.run(3).wrong();
    return wrong.count(Wrong.STALE_READ) / (double) wrong.reads();
  }
}
