package tenfold.run;

import java.util.List;
import tenfold.component.AppServer;
import tenfold.component.AppServer.Overflow;
import tenfold.component.AppServer.ProcessModel;
import tenfold.component.AppServer.RouteCpu;
import tenfold.component.ComponentSpec;
import tenfold.component.ConnectionPool;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.Law;
import tenfold.component.LoadBalancer;
import tenfold.component.Parameter;
import tenfold.component.ReadReplica;
import tenfold.component.RedisCache;
import tenfold.component.StatementCosts;
import tenfold.coop.Route;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// Parts with round numbers for hand-worked examples: what is not named costs nothing.
public final class Parts {
  static final StatementCosts FREE =
      new StatementCosts(0, 0, 0, 0, 0, 64, 0, 0, 0, Law.CONSTANT);
  static final ConnectionPool READY = pool(ConnectionPool.Kind.MYSQL2, 100, 0, 0);

  private Parts() {}

  /// Nodes with links of 0 ms; a link reads "Server > Primary".
  static Topology topology(List<Node> nodes, String... links) {
    return new Topology(nodes, List.of(links).stream().map(link -> link.split(" > "))
        .map(ends -> new Link(ends[0], ends[1], 0, 0)).toList());
  }

  static Node node(String name, ComponentSpec component) {
    return new Node(name, 0, 0, component);
  }

  /// A hundred families who send nothing by themselves for a long time (one request in 1,000 s).
  static Node silentFamilies() {
    return node("Families", new Families(Families.Model.OPEN_POISSON, 100, 0, 0.001, 300_000, Families.Keys.OWN, 1,
        Families.Session.NONE, Families.Mix.READ_ONLY));
  }

  /// The same component with one parameter changed, named by its path as in the file ("pool.limit").
  ///
  /// @throws AssertionError when its kind has no such parameter
  public static <C extends Record & ComponentSpec> C with(C component, String path, Object value) {
    return Parameter.of(component.getClass()).stream()
        .filter(parameter -> parameter.path().equals(path))
        .findFirst().orElseThrow(() -> new AssertionError("no parameter " + path))
        .with(component, value);
  }

  /// A pool that waits 250 ms where it has a limit to that.
  static ConnectionPool pool(ConnectionPool.Kind kind, int limit, double connectMs, double connectCpuMs) {
    return new ConnectionPool(limit, 0, connectMs, kind, 250, connectCpuMs, 0, 60_000, 1_800_000);
  }

  static AppServer freeServer() {
    return server(200, 511, Overflow.REFUSE, 0, READY);
  }

  /// A server of one core whose family page costs exactly `familyMs` of it.
  static AppServer server(int threads, int backlog, Overflow overflow, double familyMs, ConnectionPool pool) {
    return server(ProcessModel.THREAD_PER_REQUEST, threads, backlog, overflow, familyMs, pool);
  }

  static AppServer server(
      ProcessModel model, int threads, int backlog, Overflow overflow, double familyMs, ConnectionPool pool) {
    var cpu = List.of(Route.values()).stream()
        .map(route -> new RouteCpu(route, route == Route.GET_FAMILY ? familyMs : 0, 0, Law.CONSTANT)).toList();
    return new AppServer(1, 1, 0, model, threads, backlog, overflow, cpu, pool);
  }

  static DatabasePrimary freePrimary() {
    return primary(151, FREE, 0, 0);
  }

  static DatabasePrimary primary(int maxConnections, StatementCosts reads, double updateCpuMs, double fsyncMs) {
    return new DatabasePrimary(1, "", maxConnections, reads, 0, updateCpuMs, 100, fsyncMs);
  }

  static ReadReplica replica(double shipDelayMs, double applyCost) {
    return new ReadReplica(1, 1, 151, FREE, shipDelayMs, 1, applyCost);
  }

  static RedisCache cache(int maxEntries) {
    return new RedisCache(0.001, maxEntries, 10_000);
  }

  static LoadBalancer balancer(LoadBalancer.Algorithm algorithm) {
    return new LoadBalancer(algorithm, 0, 1e7, 5_000);
  }
}
