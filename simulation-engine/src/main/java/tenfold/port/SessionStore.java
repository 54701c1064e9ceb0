package tenfold.port;

import java.util.Optional;

/// Keeps who is logged in.
public interface SessionStore {
  /// What is kept under the session's id.
  Optional<String> find(String id);

  /// Keeps `data` under the session's id.
  void save(String id, String data);
}
