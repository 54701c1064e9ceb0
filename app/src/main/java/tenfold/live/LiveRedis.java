package tenfold.live;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.params.SetParams;
import redis.clients.jedis.util.JedisURIHelper;
import tenfold.port.Cache;
import tenfold.port.ServiceError;
import tenfold.port.SessionStore;

/// Pages, leases and sessions in a real Redis, under keys that begin with "tenfold:". Every failure of Redis is a
/// [ServiceError] with its own words. Who connects and who calls waits 2 s at most, as Jedis does by default.
///
/// A look-up that misses takes a second command for the lease, and filling takes a transaction; the simulated Redis has
/// one operation for each.
public final class LiveRedis implements Cache, SessionStore, AutoCloseable {
  private static final String ALL = "tenfold:*";
  private static final String PAGE = "tenfold:page:";
  private static final String LEASE = "tenfold:lease:";
  private static final String SESSION = "tenfold:session:";

  /// As connect-redis: 86,400 s, renewed by each use.
  private static final Duration SESSION_LIFETIME = Duration.ofSeconds(86_400);

  private final RedisClient redis;

  private LiveRedis(RedisClient redis) {
    this.redis = redis;
  }

  /// Connects, and forgets what an earlier co-op has left.
  ///
  /// @param url as in "redis://127.0.0.1:6379"; with user and password, and the number of a database at its end, if
  /// there are any
  /// @throws ServiceError when the URL is none, or nobody answers there
  public static LiveRedis connect(String url) {
    var connected = new LiveRedis(call(() -> RedisClient.create(uri(url))));
    try {
      call(connected::open);
    } catch (ServiceError unusable) {
      connected.close();
      throw unusable;
    }
    return connected;
  }

  @Override
  public Optional<String> get(String key) {
    return call(() -> Optional.ofNullable(redis.get(PAGE + key)));
  }

  @Override
  public void set(String key, String value, Duration timeToLive) {
    call(() -> redis.set(PAGE + key, value, lasting(timeToLive)));
  }

  @Override
  public void invalidate(String key) {
    call(() -> redis.del(PAGE + key, LEASE + key));
  }

  @Override
  public Lookup getOrLease(String key, Duration lifetime) {
    return Lookup.of(get(key), () -> call(() -> {
      long lease = ThreadLocalRandom.current().nextLong();
      var isGiven = redis.set(LEASE + key, Long.toString(lease), lasting(lifetime).nx()) != null;
      return isGiven ? OptionalLong.of(lease) : OptionalLong.empty();
    }));
  }

  /// What happens to the lease between the look at it and the filling undoes the filling: that is what WATCH is for.
  /// All goes over one connection; who held one and waited for another could wait for ever.
  @Override
  public boolean fill(String key, String value, Duration timeToLive, long lease) {
    return call(() -> {
      try (var connection = new Jedis(redis.getPool().getResource())) {
        connection.watch(LEASE + key);
        if (!Long.toString(lease).equals(connection.get(LEASE + key))) {
          connection.unwatch();
          return false;
        }
        var transaction = connection.multi();
        transaction.set(PAGE + key, value, lasting(timeToLive));
        transaction.del(LEASE + key);
        return transaction.exec() != null;
      }
    });
  }

  @Override
  public Optional<String> find(String cookie) {
    return call(() -> Optional.ofNullable(redis.get(SESSION + cookie)));
  }

  @Override
  public String save(String id, String data) {
    call(() -> redis.set(SESSION + id, data, lasting(SESSION_LIFETIME)));
    return id;
  }

  @Override
  public void touch(String cookie) {
    call(() -> redis.expire(SESSION + cookie, SESSION_LIFETIME.toSeconds()));
  }

  @Override
  public void close() {
    redis.close();
  }

  /// Opens all connections that the pool may have, and keeps them open: when many virtual threads come to an empty
  /// pool, it takes it seconds to open them.
  private boolean open() {
    forget();
    var pool = redis.getPool();
    pool.setMinIdle(pool.getMaxTotal());
    pool.addObjects(pool.getMaxTotal() - pool.getNumIdle());
    return true;
  }

  private void forget() {
    var some = new ScanParams().match(ALL).count(1_000);
    var cursor = ScanParams.SCAN_POINTER_START;
    do {
      var found = redis.scan(cursor, some);
      if (!found.getResult().isEmpty()) {
        redis.del(found.getResult().toArray(String[]::new));
      }
      cursor = found.getCursor();
    } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
  }

  private static SetParams lasting(Duration time) {
    return new SetParams().px(Math.max(1, time.toMillis()));
  }

  private static URI uri(String url) {
    try {
      var uri = URI.create(url);
      if (JedisURIHelper.isRedisScheme(uri) && JedisURIHelper.isValid(uri)) {
        return uri;
      }
    } catch (IllegalArgumentException noUrl) {
      throw new ServiceError(noUrl.getMessage());
    }
    throw new ServiceError(url + " is not as redis://host:port");
  }

  private static <R> R call(Supplier<R> command) {
    try {
      return command.get();
    } catch (JedisException failure) {
      throw new ServiceError(words(failure));
    }
  }

  /// Jedis says what failed; why stands in a cause, or among what was suppressed.
  private static String words(JedisException failure) {
    var what = String.valueOf(failure.getMessage()).replaceAll("\\.$", "");
    var reasons = failure.getCause() == null ? failure.getSuppressed() : new Throwable[] {failure.getCause()};
    return reasons.length == 0 ? what : what + ": " + reasons[0].getMessage();
  }
}
