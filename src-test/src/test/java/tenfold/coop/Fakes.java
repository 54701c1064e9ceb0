package tenfold.coop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import tenfold.component.DataStore;
import tenfold.component.caching.Leases;
import tenfold.port.Cache;
import tenfold.port.Clock;
import tenfold.port.Database;
import tenfold.port.Job;
import tenfold.port.Payments;
import tenfold.port.Ports;
import tenfold.port.SessionStore;
import tenfold.port.SingleFlight;
import tenfold.port.Statement;

/// Small real ports without any time: a map, another map, real rows, a list.
final class Fakes {
  final Map<String, String> pages = new HashMap<>();
  final Map<String, Duration> timesToLive = new HashMap<>();
  final Map<String, String> sessions = new HashMap<>();
  final List<Job> jobs = new ArrayList<>();
  final List<String> primaryStatements = new ArrayList<>();
  final List<String> replicaStatements = new ArrayList<>();
  final Leases leases = new Leases();
  long nowNanos;

  final List<String> charges = new ArrayList<>();

  /// What takes payments; a test may let it fail.
  Payments payments = (family, amount, _) -> charges.add(family + " " + amount);
  private final DataStore rows = new DataStore(() -> 100);

  /// The application over these ports; the replica has the same rows, without any lag.
  Router router() {
    return new Router(ports(cache()));
  }

  /// These ports with another cache.
  Ports ports(Cache cache) {
    return new Ports(cache, database(primaryStatements), database(replicaStatements), sessionStore(), jobs::add,
        payments, SingleFlight.absent(), clock(), new SplittableRandom(1));
  }

  /// Time passes only while somebody sleeps.
  private Clock clock() {
    return new Clock() {
      @Override
      public long nowNanos() {
        return nowNanos;
      }

      @Override
      public void sleep(Duration time) {
        nowNanos += time.toNanos();
      }
    };
  }

  Cache cache() {
    return new Cache() {
      @Override
      public Optional<String> get(String key) {
        return Optional.ofNullable(pages.get(key));
      }

      @Override
      public void set(String key, String value, Duration timeToLive) {
        pages.put(key, value);
        timesToLive.put(key, timeToLive);
      }

      @Override
      public void invalidate(String key) {
        pages.remove(key);
        leases.revoke(key);
      }

      @Override
      public Lookup getOrLease(String key, Duration lifetime) {
        return Lookup.of(get(key), () -> leases.give(key, nowNanos + lifetime.toNanos(), nowNanos));
      }

      @Override
      public boolean fill(String key, String value, Duration timeToLive, long lease) {
        boolean isGood = leases.takeBack(key, lease, nowNanos);
        if (isGood) {
          set(key, value, timeToLive);
        }
        return isGood;
      }
    };
  }

  SessionStore sessionStore() {
    return new SessionStore() {
      @Override
      public Optional<String> find(String cookie) {
        return Optional.ofNullable(sessions.get(cookie));
      }

      @Override
      public String save(String id, String data) {
        sessions.put(id, data);
        return id;
      }

      @Override
      public void touch(String cookie) {}
    };
  }

  Database database(List<String> log) {
    return new Database() {
      @Override
      public <R> R query(Statement<R> statement, Object... parameters) {
        log.add(statement.sql().split(" ")[0]);
        return statement.meaning().apply(rows, parameters);
      }
    };
  }
}
