package tenfold.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tenfold.component.TracePoint;

/// Recorded traces, and what is said of files that are none.
class TraceFileTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void ratesAreTakenAsTheyAre() throws Exception {
    assertEquals(List.of(new TracePoint(0, 1_780), new TracePoint(600.5, 11_000), new TracePoint(2_400, 0)),
        TraceFile.read(file("time_s,rate_per_s\n0,1780\r\n600.5, 1.1e4\n\n2400,0\n")));
    assertEquals(List.of(new TracePoint(5, 1)), TraceFile.read(file("\uFEFFtime_s, rate_per_s\n5,1")));
  }

  /// Three requests in the second from 2 on, none in that from 3 on, one in that from 4 on.
  @Test
  void requestsAreCountedByTheSecond() throws Exception {
    assertEquals(List.of(new TracePoint(2, 3), new TracePoint(3, 0), new TracePoint(4, 1), new TracePoint(5, 0)),
        TraceFile.read(file("time_s\n2.1\n2.1\n2.999\n4\n")));
  }

  /// 40,000 requests over 80,000 s would be 80,000 points: they are counted by nine seconds, and none is lost.
  @Test
  void longRecordingsAreCountedByLongerTimes() throws Exception {
    var lines = IntStream.range(0, 40_000).mapToObj(i -> Integer.toString(2 * i)).collect(Collectors.joining("\n"));
    var points = TraceFile.read(file("time_s\n" + lines));
    assertTrue(points.size() <= TraceFile.MAX_POINTS, "points: " + points.size());
    double requests = 0;
    for (int i = 0; i + 1 < points.size(); i++) {
      requests += points.get(i).ratePerSecond() * (points.get(i + 1).timeSeconds() - points.get(i).timeSeconds());
    }
    assertEquals(40_000, requests, 1e-6);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      0,1         | 1 | the head must be "time_s,rate_per_s" or "time_s", not "0,1". Write it as the first line.
      time_s;rate | 1 | the head must be "time_s,rate_per_s" or "time_s", not "time_s;rate".
      R/1         | 2 | there must be two values, not 1. Write a line as the head says: time_s,rate_per_s
      R/1,2,3     | 2 | there must be two values, not 3.
      T/1,2       | 2 | there must be one value, not 2. Write a line as the head says: time_s
      R/-1,2      | 2 | time_s must be between 0 and 172800, not -1. Give it a value in that range.
      R/NaN,2     | 2 | time_s must be between 0 and 172800, not NaN.
      R/Infinity,2 | 2 | time_s must be between 0 and 172800, not Infinity.
      R/1764111111,2 | 2 | time_s must be between 0 and 172800, not 1764111111.
      R/1,-2      | 2 | rate_per_s must be between 0 and 1000000, not -2.
      R/1,NaN     | 2 | rate_per_s must be between 0 and 1000000, not NaN.
      R/1,fast    | 2 | rate_per_s must be a number, not "fast". Write it as in 12.5.
      R/1,        | 2 | rate_per_s must be a number, not "".
      R/5,1/4,1   | 3 | time_s must be later than that of the line before. Sort the lines by time, each time once.
      R/5,1//5,2  | 4 | time_s must be later than that of the line before.
      T/5/4       | 3 | time_s must be no earlier than that of the line before. Sort the lines by time.
      """)
  void aWrongLineIsNamedWithItsRemedy(String text, int line, String message) throws IOException {
    var file = file(text.replaceFirst("^R", "time_s,rate_per_s").replaceFirst("^T", "time_s").replace("/", "\n"));
    var mistake = assertThrows(UnreadableText.class, () -> TraceFile.read(file)).getMessage();
    assertTrue(mistake.startsWith(file + ", line " + line + ": " + message), mistake);
  }

  @Test
  void whatIsNoTraceIsSaidToBeNone() throws IOException {
    var empty = file("");
    assertMessage(empty, empty + ", line 1: the head must be \"time_s,rate_per_s\" or \"time_s\", not \"\". "
        + "Write it as the first line.");
    var quiet = file("time_s,rate_per_s\n1,0\n");
    assertMessage(quiet, quiet + ": no request comes in this trace. Record one with requests in it.");
    var long10k = file("time_s,rate_per_s\n" + IntStream.rangeClosed(0, 10_000).mapToObj(i -> i + ",1")
        .collect(Collectors.joining("\n")));
    assertMessage(long10k, long10k + ": there are 10001 lines, and a scenario takes 10000. "
        + "Record a rate for longer times each.");
    var missing = folder.resolve("none.csv");
    assertMessage(missing, "There is no file " + missing + ". Check the name and the folder.");
    var zeros = Files.write(folder.resolve("zeros"), new byte[1_000]);
    assertMessage(zeros, zeros + " is not text, so it is no recorded trace. Choose another.");
    var huge = folder.resolve("huge");
    try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(50_000_001);
    }
    assertMessage(huge, huge + " is larger than 50,000 kB, so it is no recorded trace. Choose another.");
  }

  /// Two thousand files of random bytes, and as many of a good file with a byte changed (fixed seed): each is read or
  /// refused with a sentence, and nothing else happens.
  @Test
  void noFileBringsTheReaderDown() throws IOException {
    var random = new Random(11);
    var good = "time_s,rate_per_s\n0,10\n5.5,20\n60,1e3\n".getBytes(StandardCharsets.UTF_8);
    int refused = 0;
    for (int i = 0; i < 4_000; i++) {
      var bytes = i % 2 == 0 ? new byte[random.nextInt(200)] : good.clone();
      if (i % 2 == 0) {
        random.nextBytes(bytes);
      } else {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        TraceFile.read(Files.write(folder.resolve("fuzz"), bytes));
      } catch (UnreadableText sentence) {
        assertTrue(sentence.getMessage().endsWith(".") || sentence.getMessage().contains("as the head says"),
            sentence.getMessage());
        refused++;
      }
    }
    assertTrue(refused > 2_500, "refused: " + refused);
  }

  private static void assertMessage(Path file, String message) {
    assertEquals(message, assertThrows(UnreadableText.class, () -> TraceFile.read(file)).getMessage());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("trace.csv"), text);
  }
}
