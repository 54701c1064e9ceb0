package tenfold.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import tenfold.component.ReplicationLog;
import tenfold.port.Cache;
import tenfold.port.CalendarService;
import tenfold.port.Coordinators;
import tenfold.port.DatabaseServer;
import tenfold.port.DatabaseServer.Connection;
import tenfold.port.Http;
import tenfold.port.Listener;
import tenfold.port.Mailer;
import tenfold.port.Payments;
import tenfold.port.ReplicaServer;
import tenfold.port.SessionStore;
import tenfold.port.Statement;

/// Puts a [Wire] before a port: one thin stand-in for each port, made when the topology is wired.
final class Proxies {
  private Proxies() {}

  /// What a caller gets to call `target` over `wire`.
  static <P> P over(Wire wire, Class<P> port, P target) {
    Object proxy = switch (target) {
      case Http http when port == Http.class -> (Http) request -> wire.send(() -> http.send(request));
      case Listener listener when port == Listener.class -> (Listener) () -> wire.open(listener::connect);
      case Cache cache when port == Cache.class -> new WiredCache(wire, cache);
      case SessionStore store when port == SessionStore.class -> new WiredSessions(wire, store);
      case ReplicaServer replica when port == ReplicaServer.class ->
        new WiredReplica(wire, replica);
      case DatabaseServer server when port == DatabaseServer.class ->
        (DatabaseServer) cpuNanos -> connect(wire, server, cpuNanos);
      case Mailer mailer when port == Mailer.class ->
        (Mailer) (address, text) -> run(wire, () -> mailer.send(address, text));
      case CalendarService calendar when port == CalendarService.class ->
        (CalendarService) family -> run(wire, () -> calendar.createEvents(family));
      case Coordinators coordinators when port == Coordinators.class ->
        (Coordinators) family -> run(wire, () -> coordinators.enrolled(family));
      case Payments payments when port == Payments.class ->
        (Payments) (family, amount) -> run(wire, () -> payments.charge(family, amount));
      case ReplicationLog log when port == ReplicationLog.class -> new WiredLog(wire, log);
      default -> throw new IllegalArgumentException("no link can carry calls to " + port);
    };
    return port.cast(proxy);
  }

  /// The time that a pool takes to open a connection is that of all its round trips.
  private static Connection connect(Wire wire, DatabaseServer server, long cpuNanos) {
    return new WiredConnection(wire, wire.callAtOnce(() -> server.connect(cpuNanos)));
  }

  private static void run(Wire wire, Runnable call) {
    wire.call(() -> {
      call.run();
      return Optional.empty();
    });
  }

  private record WiredCache(Wire wire, Cache cache) implements Cache {
    @Override
    public Optional<String> get(String key) {
      return wire.call(() -> cache.get(key));
    }

    @Override
    public void set(String key, String value, Duration timeToLive) {
      run(wire, () -> cache.set(key, value, timeToLive));
    }

    @Override
    public void invalidate(String key) {
      run(wire, () -> cache.invalidate(key));
    }

    @Override
    public Lookup getOrLease(String key, Duration lifetime) {
      return wire.call(() -> cache.getOrLease(key, lifetime));
    }

    @Override
    public boolean fill(String key, String value, Duration timeToLive, long lease) {
      return wire.call(() -> cache.fill(key, value, timeToLive, lease));
    }
  }

  private record WiredSessions(Wire wire, SessionStore store) implements SessionStore {
    @Override
    public Optional<String> find(String cookie) {
      return wire.call(() -> store.find(cookie));
    }

    @Override
    public String save(String id, String data) {
      return wire.call(() -> store.save(id, data));
    }

    @Override
    public void touch(String cookie) {
      run(wire, () -> store.touch(cookie));
    }
  }

  private record WiredReplica(Wire wire, ReplicaServer replica) implements ReplicaServer {
    @Override
    public Connection connect(long cpuNanos) {
      return Proxies.connect(wire, replica, cpuNanos);
    }

    @Override
    public long lagNanos() {
      return replica.lagNanos();
    }
  }

  private record WiredConnection(Wire wire, Connection connection) implements Connection {
    @Override
    public <R> R query(Statement<R> statement, Object... parameters) {
      Supplier<Answer<R>> call = () -> new Answer<>(connection.query(statement, parameters));
      return wire.call(call).value;
    }

    @Override
    public boolean isOpen() {
      return connection.isOpen();
    }

    @Override
    public void close() {
      connection.close();
    }
  }

  /// A row is no cache hit, even when it comes as an `Optional`.
  private record Answer<R>(R value) {}
}
