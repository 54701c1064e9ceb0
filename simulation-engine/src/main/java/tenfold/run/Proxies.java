package tenfold.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tenfold.component.ReplicationLog;
import tenfold.component.Shard;
import tenfold.component.guarding.Guard.Repeat;
import tenfold.port.Cache;
import tenfold.port.CalendarService;
import tenfold.port.CallTimeout;
import tenfold.port.Coordinators;
import tenfold.port.DatabaseServer.Connection;
import tenfold.port.DatabaseServer;
import tenfold.port.Http;
import tenfold.port.JobQueue;
import tenfold.port.JobSource;
import tenfold.port.Listener;
import tenfold.port.Mailer;
import tenfold.port.Payments;
import tenfold.port.Purpose;
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
        (Mailer) (address, text, purpose) ->
            run(way, again(purpose), "mail", address, () -> mailer.send(address, text, purpose));
      case CalendarService calendar when port == CalendarService.class ->
        (CalendarService) (family, purpose) ->
            run(way, again(purpose), "calendar of", family, () -> calendar.createEvents(family, purpose));
      case Coordinators coordinators when port == Coordinators.class ->
        (Coordinators) (family, purpose) -> run(way, again(purpose), "tell coordinators of", family,
            () -> coordinators.enrolled(family, purpose));
      case Payments payments when port == Payments.class ->
        (Payments) (family, amount, purpose) ->
            run(way, again(purpose), "charge", family, () -> payments.charge(family, amount, purpose));
      case JobQueue queue when port == JobQueue.class ->
        (JobQueue) job -> run(way, again(job.purpose()), "enqueue", job, () -> queue.enqueue(job));
      case JobSource source when port == JobSource.class -> new WiredJobs(way, source);
      case ReplicationLog log when port == ReplicationLog.class -> new WiredLog(way.wire(), log);
      case Shard shard when port == Shard.class -> shard; // What moves rows has its own pace.
      default -> throw new IllegalArgumentException("no link can carry calls to " + port);
    };
    return port.cast(proxy);
  }

  /// The time that a pool takes to open a connection is that of all its round trips.
  private static Connection connect(Way way, DatabaseServer server, long cpuNanos) {
    return new WiredConnection(way,
        way.callAtOnce(Repeat.AGAIN, "open", "a connection", () -> server.connect(cpuNanos)));
  }

  /// What is done only once, however often it is asked for, may be asked for again.
  private static Repeat again(Purpose purpose) {
    return purpose.isKey() ? Repeat.AGAIN : Repeat.IF_POSTS_MAY;
  }

  private static void run(Way way, Repeat repeat, String what, Object about, Runnable call) {
    way.call(repeat, what, about, () -> {
      call.run();
      return Optional.empty();
    });
  }

  private record WiredCache(Way way, Cache cache) implements Cache {
    @Override
    public Optional<String> get(String key) {
      return way.call(Repeat.HEDGED, "get", key, () -> cache.get(key));
    }

    @Override
    public void set(String key, String value, Duration timeToLive) {
      run(way, Repeat.AGAIN, "set", key, () -> cache.set(key, value, timeToLive));
    }

    @Override
    public void invalidate(String key) {
      run(way, Repeat.AGAIN, "delete", key, () -> cache.invalidate(key));
    }

    @Override
    public Lookup getOrLease(String key, Duration lifetime) {
      return way.call(Repeat.HEDGED, "get or lease", key, () -> cache.getOrLease(key, lifetime));
    }

    @Override
    public boolean fill(String key, String value, Duration timeToLive, long lease) {
      return way.call(Repeat.AGAIN, "fill", key, () -> cache.fill(key, value, timeToLive, lease));
    }
  }

  private record WiredSessions(Way way, SessionStore store) implements SessionStore {
    @Override
    public Optional<String> find(String cookie) {
      return way.call(Repeat.HEDGED, "find session", cookie, () -> store.find(cookie));
    }

    @Override
    public String save(String id, String data) {
      return way.call(Repeat.AGAIN, "save session", id, () -> store.save(id, data));
    }

    @Override
    public void touch(String cookie) {
      run(way, Repeat.AGAIN, "touch session", cookie, () -> store.touch(cookie));
    }
  }

  /// Who waits for jobs is told at once: a worker keeps its connection to the queue.
  private record WiredJobs(Way way, JobSource source) implements JobSource {
    @Override
    public Optional<Delivery> receive(BooleanSupplier isAlive) {
      Supplier<Answer<Optional<Delivery>>> call = () -> new Answer<>(source.receive(isAlive));
      return way.call(Repeat.AGAIN, "receive", "jobs", call).value;
    }

    @Override
    public void done(Delivery delivery) {
      run(way, Repeat.AGAIN, "done", delivery, () -> source.done(delivery));
    }

    @Override
    public void failed(Delivery delivery) {
      run(way, Repeat.AGAIN, "failed", delivery, () -> source.failed(delivery));
    }

    @Override
    public void onJobs(BooleanSupplier wakeUp) {
      source.onJobs(wakeUp);
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

    @Override
    public boolean awaitShown(long position, long timeoutNanos) {
      return replica.awaitShown(position, timeoutNanos);
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
        return way.call(
            statement.work().isWrite() ? Repeat.IF_POSTS_MAY : Repeat.AGAIN, "query", statement.sql(), call).value;
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

  /// A row or a job is no cache hit, even when it comes as an `Optional`.
  private record Answer<R>(R value) {}
}
