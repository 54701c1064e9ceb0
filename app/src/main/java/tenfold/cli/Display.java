package tenfold.cli;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells whether a window can be opened.
public final class Display {
  private static final Pattern X_DISPLAY = Pattern.compile("(.*):(\\d{1,4})(\\.\\d+)?");
  private static final int X_PORT = 6_000;
  private static final int PATIENCE_MS = 2_000;

  private Display() {}

  /// Why no window can be opened, as the end of a sentence ("because …"); empty where one can be.
  public static Optional<String> missing() {
    return missing(System.getProperty("os.name"), System.getenv(), Path.of("/tmp/.X11-unix"));
  }

  /// The same for a described machine; `sockets` is the folder of its X servers' sockets.
  static Optional<String> missing(String system, Map<String, String> environment, Path sockets) {
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows") || name.startsWith("mac")) {
      return Optional.empty();
    }
    var display = environment.getOrDefault("DISPLAY", "");
    if (!display.isBlank()) {
      return unreachable(display, sockets);
    }
    return Optional.of(environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank()
        ? "neither DISPLAY nor WAYLAND_DISPLAY is set"
        : "DISPLAY is not set, and JavaFX draws through X11, which this Wayland desktop does not bring along");
  }

  private static Optional<String> unreachable(String display, Path sockets) {
    var parts = X_DISPLAY.matcher(display);
    if (!parts.matches()) {
      return Optional.of("DISPLAY is \"" + display + "\", which names no X server");
    }
    var host = parts.group(1);
    int number = Integer.parseInt(parts.group(2));
    boolean answers = host.isEmpty() || host.equals("unix")
        ? answers(UnixDomainSocketAddress.of(sockets.resolve("X" + number)))
        : answers(new InetSocketAddress(host, X_PORT + number));
    return answers ? Optional.empty() : Optional.of("no X server answers at DISPLAY " + display);
  }

  private static boolean answers(UnixDomainSocketAddress address) {
    try (var _ = SocketChannel.open(address)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static boolean answers(SocketAddress address) {
    try (var socket = new Socket()) {
      socket.connect(address, PATIENCE_MS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
