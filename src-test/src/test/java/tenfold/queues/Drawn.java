package tenfold.queues;

import java.util.List;
import tenfold.component.AppServer;
import tenfold.component.AppServer.Overflow;
import tenfold.component.AppServer.ProcessModel;
import tenfold.component.AppServer.RouteCpu;
import tenfold.component.ConnectionPool;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.Law;
import tenfold.component.LoadBalancer;
import tenfold.component.StatementCosts;
import tenfold.coop.Route;
import tenfold.run.Parts;
import tenfold.scenario.Scenario;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// Families, a server or two, and a database: drawn systems that are textbook queues.
final class Drawn {
  /// Threads for everybody, so that requests share the cores.
  static final int MANY = 10_000;

  private static final StatementCosts FREE = new StatementCosts(0, 0, 0, 0, 0, 64);

  private Drawn() {}

  /// Poisson arrivals at a server whose threads are its cores: M/M/c.
  static Scenario open(double arrivalsPerSecond, double serviceMs, int cores) {
    return scenario(families(Families.Model.OPEN_POISSON, 1_000, 1, arrivalsPerSecond),
        server(cores, cores, serviceMs, Law.EXPONENTIAL), 0);
  }

  /// A closed population at a server: M/M/c//N when threads are cores, its processor-sharing twin when they are many.
  static Scenario closed(
      int families, double thinkMs, double serviceMs, int cores, int threads, Law law, double linkMs) {
    return scenario(
        families(Families.Model.CLOSED, families, thinkMs, 1), server(cores, threads, serviceMs, law), linkMs);
  }

  /// The closed network with demands of 5, 30 and 27 ms, 20 customers and 1 s to think: a balancer sends half of the
  /// families to a server that takes 10 ms, the others to one that takes 60 ms, and both ask one database.
  static Scenario closedNetwork() {
    var topology = new Topology(
        List.of(new Node("Families", 0, 0, families(Families.Model.CLOSED, 20, 1_000, 1)),
            new Node("Balancer", 0, 0, new LoadBalancer(LoadBalancer.Algorithm.RANDOM, 0, 1e7, 5_000)),
            new Node("Server", 0, 0, server(1, MANY, 10, Law.EXPONENTIAL)),
            new Node("Slow", 0, 0, server(1, MANY, 60, Law.EXPONENTIAL)), new Node("Primary", 0, 0, primary())),
        List.of(new Link("Families", "Balancer", 0, 0), new Link("Balancer", "Server", 0, 0),
            new Link("Balancer", "Slow", 0, 0), new Link("Server", "Primary", 0, 0),
            new Link("Slow", "Primary", 0, 0)));
    return withDatabaseOf(27, new Scenario("Textbook network", "", topology, 0, 1, 1));
  }

  /// The same system whose database has one core and takes an exponential time for each page.
  static Scenario withDatabaseOf(double meanMs, Scenario scenario) {
    var slow = with(scenario, "Primary", "reads.familyReadCpuMs", meanMs);
    return with(with(slow, "Primary", "reads.cpuLaw", Law.EXPONENTIAL), "Primary", "cores", 1);
  }

  /// The same system whose service times are hyperexponential with squared coefficient of variation 5.5: one of ten
  /// requests is a login of 5.5 times the mean, the others are pages of half of it.
  static Scenario hyperexponential(double meanMs, Scenario scenario) {
    var cpu = List.of(new RouteCpu(Route.GET_FAMILY, 0.5 * meanMs, 0, Law.EXPONENTIAL),
        new RouteCpu(Route.LOGIN, 5.5 * meanMs, 0, Law.EXPONENTIAL));
    var mixed = with(with(scenario, "Families", "mix.readFamily", 90.0), "Families", "mix.login", 10.0);
    return with(mixed, "Server", "cpu", cpu);
  }

  /// The same system with one parameter of one node changed.
  static Scenario with(Scenario scenario, String node, String path, Object value) {
    return scenario.with(scenario.topology().change(node, placed -> placed.with(switch (placed.component()) {
      case Families families -> Parts.with(families, path, value);
      case AppServer server -> Parts.with(server, path, value);
      case DatabasePrimary primary -> Parts.with(primary, path, value);
      default -> throw new IllegalArgumentException(node + " has no parameter to change");
    })));
  }

  private static DatabasePrimary primary() {
    return new DatabasePrimary(8, "", 100_000, FREE, 0, 0, 0, 0);
  }

  private static Scenario scenario(Families families, AppServer server, double linkMs) {
    var topology = new Topology(
        List.of(new Node("Families", 0, 0, families), new Node("Server", 0, 0, server),
            new Node("Primary", 0, 0, primary())),
        List.of(new Link("Families", "Server", linkMs, 0), new Link("Server", "Primary", 0, 0)));
    return new Scenario("Textbook queue", "", topology, 0, 1, 1);
  }

  private static Families families(Families.Model model, int population, double thinkMs, double arrivalsPerSecond) {
    return new Families(model, population, thinkMs, arrivalsPerSecond, 300_000, Families.Keys.OWN, 1,
        Families.Session.NONE, Families.Mix.READ_ONLY);
  }

  private static AppServer server(int cores, int threads, double serviceMs, Law law) {
    return new AppServer(1, cores, 0, ProcessModel.THREAD_PER_REQUEST, threads, 65_535, Overflow.REFUSE,
        List.of(new RouteCpu(Route.GET_FAMILY, serviceMs, 0, law)),
        new ConnectionPool(10_000, 0, 0, ConnectionPool.Kind.MYSQL2, 30_000, 0, 0, 60_000, 1_800_000));
  }
}
