package tenfold.port;

import java.util.Optional;

/// Keeps who is logged in.
public interface SessionStore {
  /// What is kept for a client that shows this cookie; empty when nothing is.
  Optional<String> find(String cookie);

  /// Keeps `data` under the session's id.
  ///
  /// @return the cookie that the client is to show
  String save(String id, String data);

  /// Renews the lifetime of what is kept for that cookie, after the answer.
  void touch(String cookie);
}
