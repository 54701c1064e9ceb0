package tenfold.component;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tenfold.port.SessionStore;

/// Sessions in the memory of one server: gone with it, and unknown to the others.
final class SessionMemory implements SessionStore {
  private final Map<String, String> sessions = new HashMap<>();

  @Override
  public Optional<String> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }

  @Override
  public void save(String id, String data) {
    sessions.put(id, data);
  }
}
