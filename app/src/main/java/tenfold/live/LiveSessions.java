package tenfold.live;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tenfold.port.SessionStore;

/// Sessions in the memory of this process.
final class LiveSessions implements SessionStore {
  private final Map<String, String> sessions = new ConcurrentHashMap<>();

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
}
