package tenfold.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import tenfold.component.ReplicationLog;
import tenfold.component.guarding.Guard.Repeat;
import tenfold.port.Cache;
import tenfold.port.CalendarService;
import tenfold.port.CallTimeout;
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

/// Puts a [Way] before a port: one thin stand-in for each port, made when the topology is wired.
final class Proxies {
  private Proxies() {}

  /// What a caller gets to call `target` over `way`.
  static <P> P over(Way way, Class<P> port, P target) {
    Object proxy = switch (target) {
      case Http http when port == Http.class -> (Http) request -> way.send(http, request);
      case Listener listener when port == Listener.class -> (Listener) () -> way.wire().open(listener::connect);
      case Cache cache when port == Cache.class -> new WiredCache(way, cache);
      case SessionStore store when port == SessionStore.class -> new WiredSessions(way, store);
      case ReplicaServer replica when port == ReplicaServer.class ->
        new WiredReplica(way, replica);
      case DatabaseServer server when port == DatabaseServer.class ->
        (DatabaseServer) cpuNanos -> connect(way, server, cpuNanos);
      case Mailer mailer when port == Mailer.class ->
        (Mailer) (address, text) -> run(way, Repeat.IF_POSTS_MAY, () -> mailer.send(address, text));
      case CalendarService calendar when port == CalendarService.class ->
        (CalendarService) family -> run(way, Repeat.IF_POSTS_MAY, () -> calendar.createEvents(family));
      case Coordinators coordinators when port == Coordinators.class ->
        (Coordinators) family -> run(way, Repeat.IF_POSTS_MAY, () -> coordinators.enrolled(family));
      case Payments payments when port == Payments.class ->
        (Payments) (family, amount) -> run(way, Repeat.IF_POSTS_MAY, () -> payments.charge(family, amount));
      case ReplicationLog log when port == ReplicationLog.class -> new WiredLog(way.wire(), log);
      default -> throw new IllegalArgumentException("no link can carry calls to " + port);
    };
    return port.cast(proxy);
  }

  /// The time that a pool takes to open a connection is that of all its round trips.
  private static Connection connect(Way way, DatabaseServer server, long cpuNanos) {
    return new WiredConnection(way, way.callAtOnce(Repeat.AGAIN, () -> server.connect(cpuNanos)));
  }

  private static void run(Way way, Repeat repeat, Runnable call) {
    way.call(repeat, () -> {
      call.run();
      return Optional.empty();
    });
  }

  private record WiredCache(Way way, Cache cache) implements Cache {
    @Override
    public Optional<String> get(String key) {
      return way.call(Repeat.HEDGED, () -> cache.get(key));
    }

    @Override
    public void set(String key, String value, Duration timeToLive) {
      run(way, Repeat.AGAIN, () -> cache.set(key, value, timeToLive));
    }

    @Override
    public void invalidate(String key) {
      run(way, Repeat.AGAIN, () -> cache.invalidate(key));
    }

    @Override
    public Lookup getOrLease(String key, Duration lifetime) {
      return way.call(Repeat.HEDGED, () -> cache.getOrLease(key, lifetime));
    }

    @Override
    public boolean fill(String key, String value, Duration timeToLive, long lease) {
      return way.call(Repeat.AGAIN, () -> cache.fill(key, value, timeToLive, lease));
    }
  }

  private record WiredSessions(Way way, SessionStore store) implements SessionStore {
    @Override
    public Optional<String> find(String cookie) {
      return way.call(Repeat.HEDGED, () -> store.find(cookie));
    }

    @Override
    public String save(String id, String data) {
      return way.call(Repeat.AGAIN, () -> store.save(id, data));
    }

    @Override
    public void touch(String cookie) {
      run(way, Repeat.AGAIN, () -> store.touch(cookie));
    }
  }

  private record WiredReplica(Way way, ReplicaServer replica) implements ReplicaServer {
    @Override
    public Connection connect(long cpuNanos) {
      return Proxies.connect(way, replica, cpuNanos);
    }

    @Override
    public long lagNanos() {
      return replica.lagNanos();
    }
  }

  /// A connection whose caller did not wait for an answer is good for nothing any more: it is closed, and what was
  /// asked for is done all the same.
  private static final class WiredConnection implements Connection {
    private final Way way;
    private final Connection connection;
    private boolean isLeft;

    WiredConnection(Way way, Connection connection) {
      this.way = way;
      this.connection = connection;
    }

    @Override
    public <R> R query(Statement<R> statement, Object... parameters) {
      Supplier<Answer<R>> call = () -> new Answer<>(connection.query(statement, parameters));
      try {
        return way.call(statement.work().isWrite() ? Repeat.IF_POSTS_MAY : Repeat.AGAIN, call).value;
      } catch (CallTimeout timeout) {
        isLeft = true;
        throw timeout;
      }
    }

    @Override
    public boolean isOpen() {
      return !isLeft && connection.isOpen();
    }

    @Override
    public void close() {
      connection.close();
    }
  }

  /// A row is no cache hit, even when it comes as an `Optional`.
  private record Answer<R>(R value) {}
}
