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
import tenfold.component.StatementCosts;
import tenfold.coop.Route;
import tenfold.scenario.Scenario;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// Families, one server and a database that costs nothing: a drawn system that is a textbook queue.
final class Drawn {
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

  private static Scenario scenario(Families families, AppServer server, double linkMs) {
    var primary = new DatabasePrimary(8, "", 100_000, FREE, 0, 0, 0, 0);
    var topology = new Topology(
        List.of(new Node("Families", 0, 0, families), new Node("Server", 0, 0, server),
            new Node("Primary", 0, 0, primary)),
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
