package tenfold.live;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// As much of a Redis as the co-op uses, over its own protocol (RESP 2): GET, SET, EXPIRE, DEL, SCAN, and
/// transactions with WATCH. Keys end by themselves only when a test says so.
public final class FakeRedis implements AutoCloseable {
  private static final String OK = "+OK\r\n";
  private static final String NIL = "$-1\r\n";

  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Long> millisToLive = new HashMap<>();
  private final List<Socket> clients = new ArrayList<>();
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// Listens on a free port of the loopback address.
  public FakeRedis() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /// Where it is.
  public String url() {
    return "redis://127.0.0.1:" + socket.getLocalPort();
  }

  /// What is kept now.
  public synchronized Map<String, String> values() {
    return Map.copyOf(values);
  }

  /// How long each key was last said to live, in milliseconds.
  synchronized Map<String, Long> millisToLive() {
    return Map.copyOf(millisToLive);
  }

  synchronized void put(String key, String value) {
    values.put(key, value);
  }

  synchronized void end(String key) {
    values.remove(key);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    synchronized (this) {
      for (var client : clients) {
        client.close();
      }
    }
    threads.close();
  }

  private void accept() {
    try {
      while (true) {
        var client = socket.accept();
        client.setTcpNoDelay(true);
        synchronized (this) {
          clients.add(client);
        }
        threads.execute(() -> serve(client));
      }
    } catch (SocketException closed) {
      // The test is over.
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void serve(Socket client) {
    try (client; var in = new BufferedInputStream(client.getInputStream()); var out = client.getOutputStream()) {
      new Session(in, out).live();
    } catch (IOException gone) {
      // The client has left.
    }
  }

  /// One connection, with what it watches and what it has queued.
  private final class Session {
    private final InputStream in;
    private final OutputStream out;
    private final Map<String, @Nullable String> watched = new HashMap<>();
    private @Nullable List<List<String>> queued;

    Session(InputStream in, OutputStream out) {
      this.in = in;
      this.out = out;
    }

    void live() throws IOException {
      for (var command = read(); !command.isEmpty(); command = read()) {
        String reply;
        synchronized (FakeRedis.this) {
          reply = answer(command);
        }
        out.write(reply.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }

    private String answer(List<String> command) {
      var name = command.getFirst().toUpperCase(Locale.ROOT);
      if (queued != null && !name.equals("EXEC")) {
        queued.add(command);
        return "+QUEUED\r\n";
      }
      return switch (name) {
        case "WATCH" -> {
          command.stream().skip(1).forEach(key -> watched.put(key, values.get(key)));
          yield OK;
        }
        case "UNWATCH" -> {
          watched.clear();
          yield OK;
        }
        case "MULTI" -> {
          queued = new ArrayList<>();
          yield OK;
        }
        case "EXEC" -> execute();
        default -> carryOut(name, command);
      };
    }

    private String execute() {
      var commands = Objects.requireNonNull(queued);
      queued = null;
      boolean isUntouched = watched.entrySet().stream()
          .allMatch(entry -> Objects.equals(entry.getValue(), values.get(entry.getKey())));
      watched.clear();
      if (!isUntouched) {
        return "*-1\r\n";
      }
      var replies = new StringBuilder("*" + commands.size() + "\r\n");
      commands.forEach(command -> replies.append(answer(command)));
      return replies.toString();
    }

    private List<String> read() throws IOException {
      var head = line();
      var command = new ArrayList<String>();
      for (int left = head.isEmpty() ? 0 : Integer.parseInt(head.substring(1)); left > 0; left--) {
        int length = Integer.parseInt(line().substring(1));
        command.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        line();
      }
      return command;
    }

    /// Without its end; empty when there are no more.
    private String line() throws IOException {
      var line = new StringBuilder();
      for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
        line.append((char) c);
      }
      return line.toString().strip();
    }
  }

  private String carryOut(String name, List<String> command) {
    return switch (name) {
      case "GET" -> bulk(values.get(command.get(1)));
      case "SET" -> set(command);
      case "EXPIRE" -> {
        millisToLive.put(command.get(1), 1_000 * Long.parseLong(command.get(2)));
        yield ":" + (values.containsKey(command.get(1)) ? 1 : 0) + "\r\n";
      }
      case "DEL" ->
        ":" + command.stream().skip(1).filter(key -> values.remove(key) != null).count() + "\r\n";
      case "SCAN" -> {
        var prefix = command.get(command.indexOf("MATCH") + 1).replace("*", "");
        var keys = values.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
        var reply = new StringBuilder("*2\r\n" + bulk("0") + "*" + keys.size() + "\r\n");
        keys.forEach(key -> reply.append(bulk(key)));
        yield reply.toString();
      }
      default -> "-ERR unknown command '" + name + "'\r\n";
    };
  }

  /// With PX, and NX where there is one.
  private String set(List<String> command) {
    var words = command.stream().map(word -> word.toUpperCase(Locale.ROOT)).toList();
    if (words.contains("NX") && values.containsKey(command.get(1))) {
      return NIL;
    }
    values.put(command.get(1), command.get(2));
    millisToLive.put(command.get(1), Long.parseLong(command.get(words.indexOf("PX") + 1)));
    return OK;
  }

  private static String bulk(@Nullable String value) {
    return value == null ? NIL
        : "$" + value.getBytes(StandardCharsets.UTF_8).length + "\r\n" + value + "\r\n";
  }
}
