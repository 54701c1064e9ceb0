package tenfold.app.files;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is ended in the middle, as by `kill -9`, at random moments of an editing session: no edit that was older
/// than a second is lost, and the copy always opens.
class KillTest {
  private static final int KILLS = Boolean.getBoolean("tenfold.long") ? 200 : 3;
  private static final long OLD_MILLIS = 1_000;

  @TempDir Path folder;

  @Test
  void nothingOlderThanASecondIsLost() throws Exception {
    var random = new Random(9);
    long worstMillis = 0;
    for (int i = 0; i < KILLS; i++) {
      worstMillis = Math.max(worstMillis, lostMillis(folder.resolve("run" + i), i, 200 + random.nextInt(3_000)));
    }
    System.out.println(KILLS + " kills: the oldest edit that was lost was " + worstMillis + " ms old");
    assertTrue(worstMillis <= OLD_MILLIS, worstMillis + " ms");
  }

  /// @return how old the oldest edit was that is lost; 0 when none is
  private static long lostMillis(Path home, int seed, int lifeMillis) throws Exception {
    Files.createDirectories(home);
    var written = home.resolve("edits");
    var process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        "-cp", System.getProperty("java.class.path"), EditingSession.class.getName(), home.toString(),
        String.valueOf(seed)).redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(written.toFile()).start();
    while (Files.size(written) == 0) {
      assertTrue(process.isAlive(), "the session ended by itself");
      Thread.sleep(10);
    }
    Thread.sleep(lifeMillis);
    process.destroyForcibly();
    long killed = System.currentTimeMillis();
    assertTrue(process.waitFor(20, TimeUnit.SECONDS));
    var edits = Files.readAllLines(written).stream().filter(line -> line.matches("\\d+ \\d{13}"))
        .map(line -> line.split(" ")).toList();
    var left = Autosave.leftovers(home.resolve("recovery"));
    int kept = left.isEmpty() ? 0 : left.getFirst().read().scenario().topology().familyCount() - 1_000;
    assertTrue(left.size() <= 1, "one session leaves one copy");
    assertTrue(kept <= edits.size() + 1, "nothing is kept that was not done");
    return edits.stream().filter(edit -> Integer.parseInt(edit[0]) > kept).findFirst()
        .map(edit -> killed - Long.parseLong(edit[1])).orElse(0L);
  }
}
