package tenfold.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The price list of the domain's section 6, and what is said of lists that cannot be used.
class PriceListTest {
  @TempDir
  private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource({"server.4, 100", "server.8, 300", "server.16, 800", "server.32, 2500", "server.64, 8000",
    "redis.1GB, 50", "redis.8GB, 200", "load-balancer, 20", "cdn, 20", "cdn.million-requests, 1", "egress.GB, 0.1",
    "queue, 20", "worker, 100", "dollar, 1"})
  void theShippedPrices(String item, double dollars) {
    assertEquals(dollars, PriceList.standard().price(item));
  }

  /// Whoever opens the file sees where each price comes from.
  @Test
  void everyShippedPriceSaysWhereItComesFrom() throws IOException {
    try (var stream = PriceList.class.getResourceAsStream("prices.txt")) {
      new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> line.contains(" = ") && !line.startsWith("#"))
          .forEach(line -> assertTrue(line.matches(".* # .+: .+|.* # teaching value"), line));
    }
  }

  @Test
  void aListOfOnesOwnChangesWhatItNames() throws Exception {
    var prices = PriceList.read(file("# mine\n\nqueue = 25 # dearer\n server.4=0\n"));
    assertEquals(25, prices.price("queue"));
    assertEquals(0, prices.price("server.4"));
    assertEquals(300, prices.price("server.8"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      queue 25     | line 1: "queue 25" is no price. Write a name, an equals sign and dollars, as in: queue = 20
      = 3          | line 1: "= 3" is no price.
      queu = 3     | line 1: there is no item "queu"; did you mean "queue"? There are: cdn, cdn.million-requests
      queue = dear | line 1: queue must be a number, not "dear".
      queue =      | line 1: queue must be a number, not "".
      queue = -1   | line 1: queue must be between 0 and 1000000, not -1.
      queue = NaN  | line 1: queue must be between 0 and 1000000, not NaN.
      queue = 1e99 | line 1: queue must be between 0 and 1000000, not 1e99.
      """)
  void aWrongLineIsNamedWithItsRemedy(String text, String message) throws IOException {
    var file = file(text);
    var mistake = assertThrows(UnreadableText.class, () -> PriceList.read(file)).getMessage();
    assertTrue(mistake.startsWith(file + ", " + message), mistake);
  }

  @Test
  void aPriceThatIsThereTwiceIsNotGuessed() throws IOException {
    var file = file("queue = 1\nqueue = 2\n");
    assertEquals(file + ", line 2: there is a price for queue already. Keep one of the two lines.",
        assertThrows(UnreadableText.class, () -> PriceList.read(file)).getMessage());
  }

  @Test
  void whatIsNoListIsSaidToBeNone() throws IOException {
    var missing = folder.resolve("none.txt");
    assertMessage(missing, "There is no file " + missing + ". Check the name and the folder.");
    assertMessage(folder, folder + " is a folder, not a price list. Name a file in it.");
    var binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 3});
    assertMessage(binary, binary + " is not UTF-8 text, so it is no price list. Choose another.");
    var zeros = Files.write(folder.resolve("zeros"), new byte[10]);
    assertMessage(zeros, zeros + " is not text, so it is no price list. Choose another.");
    var huge = Files.write(folder.resolve("huge"), new byte[100_001]);
    assertMessage(huge, huge + " is larger than 100 kB, so it is no price list. Choose another.");
  }

  private static void assertMessage(Path file, String message) {
    assertEquals(message, assertThrows(UnreadableText.class, () -> PriceList.read(file)).getMessage());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("prices.txt"), text);
  }
}
