package tenfold.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// One call of the command line.
///
/// @param code its exit code
/// @param out what it printed as its report
/// @param err what else it said
record Invocation(int code, String out, String err) {
  private static final String[] SHORT = {"--replications", "2", "--warm-up", "1", "--length", "3"};

  static Invocation of(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = Cli.run(args, stream(out), stream(err));
    return new Invocation(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// A call with two short replications.
  static Invocation ofShort(String... args) {
    return of(Stream.concat(Stream.of(args), Stream.of(SHORT)).toArray(String[]::new));
  }

  static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
