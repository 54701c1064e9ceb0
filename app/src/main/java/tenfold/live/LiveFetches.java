package tenfold.live;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tenfold.port.SingleFlight;

/// One fetch for each key at a time within this process.
final class LiveFetches implements SingleFlight {
  private final Map<String, CompletableFuture<Object>> underWay = new ConcurrentHashMap<>();

  @Override
  @SuppressWarnings("unchecked") // one key is always fetched as one type
  public <R> R once(String key, Supplier<R> fetch) {
    var own = new CompletableFuture<Object>();
    var other = underWay.putIfAbsent(key, own);
    if (other != null) {
      return (R) result(other);
    }
    try {
      own.complete(fetch.get());
    } catch (RuntimeException | Error failure) { // An error too: nobody may wait for ever.
      own.completeExceptionally(failure);
    } finally {
      underWay.remove(key);
    }
    return (R) result(own);
  }

  private static Object result(CompletableFuture<Object> fetch) {
    try {
      return fetch.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException failure ? failure : failed;
    }
  }
}
