package tenfold.component;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tenfold.kernel.Promise;
import tenfold.kernel.Simulation;
import tenfold.port.PortFailure;
import tenfold.port.SingleFlight;

/// One fetch for each key at a time within one server. When the one who fetches is interrupted, the first of those who
/// wait for it fetches instead.
final class SharedFetches implements SingleFlight {
  private final Simulation simulation;
  private final Map<String, Promise<Optional<Object>>> underWay = new HashMap<>();

  SharedFetches(Simulation simulation) {
    this.simulation = simulation;
  }

  @Override
  @SuppressWarnings("unchecked") // one key is always fetched as one type
  public <R> R once(String key, Supplier<R> fetch) {
    var other = underWay.get(key);
    while (other != null) {
      var result = other.await();
      if (result.isPresent()) {
        return (R) result.get();
      }
      other = underWay.get(key);
    }
    return lead(key, fetch);
  }

  private <R> R lead(String key, Supplier<R> fetch) {
    var own = new Promise<Optional<Object>>(simulation);
    underWay.put(key, own);
    try {
      var result = fetch.get();
      own.complete(Optional.of((Object) result));
      return result;
    } catch (PortFailure failure) {
      own.fail(failure);
      throw failure;
    } finally {
      underWay.remove(key);
      own.complete(Optional.empty()); // Nothing happens when it is settled.
    }
  }
}
