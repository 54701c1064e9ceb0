package tenfold.component;

/// A server's share of a balancer's requests.
///
/// @param server name of the node; each server of a stack has the weight
/// @param weight share relative to the others' weights
/// @param backup whether it gets requests only while none of the others takes them
public record ServerWeight(
    @Param(label = "Server", live = true, nodesOf = AppServer.class, source = "student’s choice") String server,
    @Param(label = "Weight", min = 1, max = 100, live = true, source = "nginx: 1") int weight,
    @Param(label = "Backup", live = true, mayBeAbsent = true, source = "nginx: none is a backup") boolean backup) {

  /// Of nobody yet.
  public ServerWeight() {
    this("", 1, false);
  }

  /// A server that is no backup.
  public ServerWeight(String server, int weight) {
    this(server, weight, false);
  }
}
