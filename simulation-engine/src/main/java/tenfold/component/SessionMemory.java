package tenfold.component;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tenfold.port.SessionStore;

/// Sessions in the memory of one server: gone with it, and unknown to the others. Nobody ever forgets one, as in the
/// text's code, so the memory grows.
final class SessionMemory implements SessionStore {
  private final Map<String, String> sessions = new HashMap<>();

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

  int size() {
    return sessions.size();
  }

  /// Forgets all, as a process does that ends.
  void clear() {
    sessions.clear();
  }
}
