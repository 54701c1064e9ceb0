package tenfold.app.why;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The source of the co-op's own code, as it was compiled.
final class HandlerSource {
  private static final Map<String, List<String>> FILES = new ConcurrentHashMap<>();

  private HandlerSource() {}

  /// The lines of a file.
  ///
  /// @param name without its ending, as in "GetFamily"
  /// @return none when there is no such file
  static List<String> lines(String name) {
    return FILES.computeIfAbsent(name, wanted -> read(wanted).map(text -> text.lines().toList()).orElse(List.of()));
  }

  private static Optional<String> read(String name) {
    try (var stream = HandlerSource.class.getResourceAsStream("/tenfold/coop/" + name + ".java")) {
      return stream == null ? Optional.empty()
          : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
