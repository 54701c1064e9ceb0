package tenfold.component;

/// A server's share of a balancer's requests.
///
/// @param server name of the node; each server of a stack has the weight
/// @param weight share relative to the others' weights
public record ServerWeight(
    @Param(label = "Server", live = true, nodesOf = AppServer.class, source = "student’s choice") String server,
    @Param(label = "Weight", min = 1, max = 100, live = true, source = "nginx: 1") int weight) {

  /// Of nobody yet.
  public ServerWeight() {
    this("", 1);
  }
}
