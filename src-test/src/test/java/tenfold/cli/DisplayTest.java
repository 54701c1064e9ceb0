package tenfold.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a window can be opened, and why not elsewhere.
final class DisplayTest {
  @TempDir
  private Path sockets = Path.of("");

  @Test
  void withoutAnyDisplayThereIsNoWindow() {
    assertEquals(Optional.of("neither DISPLAY nor WAYLAND_DISPLAY is set"), missing(Map.of()));
  }

  @Test
  void waylandAloneDoesNotDo() {
    assertTrue(missing(Map.of("WAYLAND_DISPLAY", "wayland-0")).orElse("").startsWith("DISPLAY is not set"));
  }

  @Test
  void serverThatIsNotThereIsNamed() {
    assertEquals(Optional.of("no X server answers at DISPLAY :7"), missing(Map.of("DISPLAY", ":7")));
    assertEquals(Optional.of("no X server answers at DISPLAY localhost:943.0"),
        missing(Map.of("DISPLAY", "localhost:943.0")));
    assertEquals(Optional.of("DISPLAY is \"nonsense\", which names no X server"),
        missing(Map.of("DISPLAY", "nonsense")));
  }

  @Test
  void serverThatAnswersIsEnough() throws IOException {
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(sockets.resolve("X7")));
      assertEquals(Optional.empty(), missing(Map.of("DISPLAY", ":7.0")));
    }
  }

  @Test
  void windowsAndMacAlwaysHaveADisplay() {
    assertEquals(Optional.empty(), Display.missing("Windows 11", Map.of(), sockets));
    assertEquals(Optional.empty(), Display.missing("Mac OS X", Map.of(), sockets));
  }

  private Optional<String> missing(Map<String, String> environment) {
    return Display.missing("Linux", environment, sockets);
  }
}
