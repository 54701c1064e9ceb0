package tenfold.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer;
import tenfold.component.AutoScaler;
import tenfold.component.Cdn;
import tenfold.component.AppServer.RouteCpu;
import tenfold.component.ComponentSpec;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.Growth;
import tenfold.component.Law;
import tenfold.component.LoadBalancer;
import tenfold.component.Parameter;
import tenfold.component.ReadReplica;
import tenfold.component.RedisCache;
import tenfold.component.ServerWeight;
import tenfold.component.ShardRouter;
import tenfold.component.StatementCosts;
import tenfold.component.TracePoint;
import tenfold.coop.Route;
import tenfold.run.Parts;

/// What is wrong with a drawing is said with the node and the remedy.
class InspectionTest {
  private static final Topology SOUND = new Topology(
      List.of(node("Families", new Families()), node("Server", new AppServer()),
          node("Primary", new DatabasePrimary())),
      List.of(Link.inZone("Families", "Server"), Link.inZone("Server", "Primary")));

  @Test
  void aSoundDesignHasNoProblems() {
    assertEquals(List.of(), Inspection.problems(SOUND));
  }

  @Test
  void withoutFamiliesNobodySendsARequest() {
    mustBeFatal(SOUND.minus("Families"), "", "there are no families, so nobody sends a request",
        "Drag Families onto the canvas");
  }

  @Test
  void anEmptyCanvasLacksFamilies() {
    mustBeFatal(new Topology(List.of(), List.of()), "", "there are no families, so nobody sends a request",
        "Drag Families onto the canvas");
  }

  @Test
  void familiesNeedAWayIn() {
    mustBeFatal(SOUND.minus(SOUND.link("Families", "Server").orElseThrow()), "Families", "they have no way in",
        "Link them to a server or a balancer");
  }

  @Test
  void aServerNeedsADatabase() {
    mustBeFatal(SOUND.minus("Primary"), "Server", "it has no database", "Link it to a primary");
  }

  /// Servers behind a balancer, and an auto-scaler that is linked to them.
  private static Topology scaled(AutoScaler scaler) {
    return new Topology(
        List.of(node("Families", new Families()), node("Balancer", new LoadBalancer()), node("Server", new AppServer()),
            node("Primary", new DatabasePrimary()), node("Scaler", scaler)),
        List.of(Link.inZone("Families", "Balancer"), Link.inZone("Balancer", "Server"),
            Link.inZone("Server", "Primary"), Link.inZone("Scaler", "Server")));
  }

  private static AutoScaler scaler(String path, Object value) {
    return Parts.with(new AutoScaler(), path, value);
  }

  @Test
  void anAutoScalerNeedsAMetric() {
    assertEquals(List.of(), Inspection.problems(scaled(new AutoScaler())));
    var tracking = Parts.with(scaler("targets.cpuPercent", 0.0), "scaling", AutoScaler.Scaling.TARGET_TRACKING);
    mustBeFatal(scaled(tracking), "Scaler", "it has no metric: both its targets are 0",
        "Set targets.cpuPercent to 70, or targets.responseMs to 500");
  }

  @Test
  void anAutoScalersLimitsMustNotCross() {
    mustBeFatal(scaled(scaler("min", 60)), "Scaler", "its fewest servers, 60, are more than its most, 50",
        "Let max be at least 60");
  }

  @Test
  void whatMakesAnAutoScalerUselessIsSaid() {
    mustBeWarning(scaled(new AutoScaler()).minus(Link.inZone("Scaler", "Server")), "Scaler",
        "it has no servers to scale", "Link it to a server");
    mustBeWarning(scaled(scaler("thresholds.downCpuPercent", 70.0)), "Scaler",
        "it takes servers away as soon as it has added them: fewer below 70 %, more above 70 %",
        "Let thresholds.downCpuPercent be less than half of thresholds.upCpuPercent");
    mustBeWarning(scaled(scaler("replacement.graceSeconds", 119.0)), "Scaler",
        "servers are replaced before they have booted: grace 119 s, boot 120 s",
        "Let replacement.graceSeconds be longer than the boot of Server");
    mustBeWarning(scaled(new AutoScaler()).plus(node("Second", new AutoScaler())).plus(Link.inZone("Second", "Server")),
        "Scaler", "another auto-scaler scales Server too", "Keep one of the two");
    mustBeWarning(scaled(new AutoScaler()).plus(node("Others", new AppServer())).plus(Link.inZone("Others", "Primary"))
        .plus(Link.inZone("Balancer", "Others")).plus(Link.inZone("Scaler", "Others")), "Scaler",
        "it scales only the first of its servers, Server",
        "Remove the other links; give each stack an auto-scaler of its own");
    mustBeWarning(SOUND.plus(node("Scaler", new AutoScaler())).plus(Link.inZone("Scaler", "Server")), "Scaler",
        "only the first of the servers that it adds gets requests", "Drag in a balancer");
  }

  @Test
  void aTraceMustBeInOrderAndOfUse() {
    var late = List.of(new TracePoint(5, 1), new TracePoint(4, 1));
    mustBeFatal(changed("Families", Parts.with(new Families(), "trace", late)), "Families",
        "their recorded rates are not in the order of time: 4 s comes after 5 s",
        "Sort trace by timeSeconds, each time once");
    mustBeWarning(changed("Families", Parts.with(new Families(), "trace", List.of(new TracePoint(5, 1)))), "Families",
        "their recorded rates are not used, because each of them waits for its answer", "Let model be openPoisson");
    mustBeWarning(changed("Families", Parts.with(Parts.with(new Families(), "growth.course",
        Growth.Course.LINEAR), "growth.from", 1_000)), "Families", "they do not grow: 1000 at first, 1000 at the end",
        "Let growth.from be below 1000");
  }

  @Test
  void aBalancerNeedsAServer() {
    mustBeFatal(SOUND.plus(node("Balancer", new LoadBalancer())), "Balancer", "it has no server behind it",
        "Link it to a server");
  }

  @Test
  void balancersInACircleAreNamedInTheirOrder() {
    var circle = SOUND.plus(node("A", new LoadBalancer())).plus(node("B", new LoadBalancer()))
        .plus(Link.inZone("Families", "A")).plus(Link.inZone("A", "B")).plus(Link.inZone("B", "A"))
        .plus(Link.inZone("B", "Server"));
    mustBeFatal(circle, "A", "requests would run in a circle: A → B → A", "Remove one link of the circle");
  }

  @Test
  void aBalancerThatCallsItselfIsACircle() {
    var circle = SOUND.plus(node("A", new LoadBalancer())).plus(Link.inZone("A", "A")).plus(Link.inZone("A", "Server"));
    mustBeFatal(circle, "A", "requests would run in a circle: A → A", "Remove one link of the circle");
  }

  @Test
  void aLinkToNowhereIsNamed() {
    mustBeFatal(SOUND.plus(Link.inZone("Server", "Cache")), "Cache",
        "a link from Server to Cache ends at this node, which does not exist", "Remove the link or add the node");
  }

  @Test
  void aLinkThatNobodyCanUseIsNamedWithWhatIsPossible() {
    mustBeFatal(SOUND.plus(Link.inZone("Families", "Primary")), "Families",
        "a families cannot call a primary (Primary)",
        "Remove the link; a families can call: CDN edge, balancer, server");
    mustBeFatal(SOUND.plus(node("Cache", new RedisCache())).plus(Link.inZone("Cache", "Primary")), "Cache",
        "a cache cannot call a primary (Primary)", "Remove the link; a cache can call: nobody");
  }

  @Test
  void aValueOutOfItsRangeIsNamedWithTheRange() {
    mustBeFatal(changed("Families", new Families().withPopulation(0)), "Families",
        "population must be between 1 and 10000000, not 0", "Give it a value in that range");
    var link = SOUND.link("Server", "Primary").orElseThrow();
    mustBeFatal(SOUND.minus(link).plus(new Link("Server", "Primary", -3, 0)), "Server",
        "roundTripMs of the link to Primary must be between 0 and 10000, not -3", "Give it a value in that range");
    mustBeFatal(SOUND.minus(link).plus(new Link("Server", "Primary", 1, Double.NaN)), "Server",
        "jitter of the link to Primary must be between 0 and 1, not NaN", "Give it a value in that range");
  }

  @Test
  void anUnknownHostIsNamed() {
    for (var host : List.of("Cellar", "Families", "Primary")) {
      mustBeFatal(changed("Primary", new DatabasePrimary(4, host, 151, new StatementCosts(), 1, 1, 100, 2)), "Primary",
          "its host \"" + host + "\" is not a server of this design",
          "Name a server, or leave the host empty for cores of its own");
    }
  }

  @Test
  void twoNodesOfOneNameAreNamed() {
    mustBeFatal(SOUND.plus(node("Server", new RedisCache())), "Server", "two nodes have this name",
        "Give every node a name of its own");
    mustBeFatal(SOUND.plus(node(" ", new RedisCache())), "", "a node has no name", "Give every node a name of its own");
  }

  @Test
  void anEmptyMixIsNamed() {
    var silent = new Families(Families.Model.CLOSED, 1, 1, 1, 100, Families.Keys.OWN, 1, Families.Session.NONE,
        new Families.Mix(0, 0, 0, 0, 0, 0));
    mustBeFatal(changed("Families", silent), "Families", "their mix of requests is empty",
        "Give at least one kind of request a share above 0");
  }

  @Test
  void aRouteThatIsListedTwiceIsNamed() {
    var standard = new AppServer();
    var twice = new ArrayList<>(standard.cpu());
    twice.add(new RouteCpu(Route.LOGIN, 1, 1, Law.CONSTANT));
    var server = new AppServer(
        1, 4, 100, standard.processModel(), 200, 511, standard.overflow(), twice, standard.pool());
    mustBeFatal(changed("Server", server), "Server", "its processor time lists a route twice",
        "Keep one entry for each route");
  }

  /// Warnings: the system works, but not as the student may think.
  @Test
  void whatWorksButDoesNothingIsAWarning() {
    mustBeWarning(SOUND.plus(node("Cache", new RedisCache())), "Cache", "no server uses it", "Link a server to it");
    mustBeWarning(SOUND.plus(node("Server 2", new AppServer())).plus(Link.inZone("Server 2", "Primary")), "Server 2",
        "nobody sends requests to it", "Drag in a balancer, which shares the requests out");
    mustBeWarning(SOUND.plus(node("Replica", new ReadReplica())).plus(Link.inZone("Server", "Replica")), "Replica",
        "no primary sends it changes, so its rows never change", "Link a primary to it");
    mustBeWarning(changed("Server", new AppServer().withInstances(3)), "Families",
        "only the first of several servers gets their requests", "Drag in a balancer");
  }

  /// A balancer that is there already is the nearer remedy than one more.
  @Test
  void aBalancerThatIsThereIsNamedInTheRemedy() {
    var balanced = SOUND.plus(node("Front", new LoadBalancer())).plus(Link.inZone("Families", "Front"))
        .plus(Link.inZone("Front", "Server"));
    var unlinked = balanced.plus(node("Server 2", new AppServer())).plus(Link.inZone("Server 2", "Primary"));
    mustBeWarning(unlinked, "Server 2", "nobody sends requests to it",
        "Link Front to it, which shares the requests out");
    mustBeWarning(balanced, "Families", "only the first of several servers gets their requests",
        "Link them to Front only, and Front to the servers");
  }

  @Test
  void aWeightForNobodyIsAWarning() {
    var named = weighted("Cellar");
    mustBeWarning(named, "Front", "it has a weight for \"Cellar\", which is not behind it",
        "Name a server that it is linked to, or remove the weight");
    var nameless = weighted("");
    mustBeWarning(nameless, "Front", "one of its weights names no server", "Choose a server for it, or remove it");
    assertEquals(1, Inspection.problems(nameless).stream().filter(found -> found.node().equals("Front")).count());
  }

  private static Topology weighted(String server) {
    var weights = Parameter.of(LoadBalancer.class).stream()
        .filter(parameter -> parameter.path().equals("weights")).findFirst().orElseThrow();
    var balancer = weights.with(new LoadBalancer(), List.of(new ServerWeight(server, 1)));
    return SOUND.minus(SOUND.link("Families", "Server").orElseThrow()).plus(node("Front", balancer))
        .plus(Link.inZone("Families", "Front")).plus(Link.inZone("Front", "Server"));
  }

  @Test
  void anEdgeNeedsAnOriginAndFilesToKeep() {
    var edge = SOUND.plus(node("Edge", new Cdn()));
    mustBeFatal(edge, "Edge", "it has no origin", "Link it to a balancer, a server or another edge");
    mustBeWarning(edge, "Edge", "nobody sends requests to it", "Link families to it");
    mustBeWarning(edge.plus(new Link("Edge", "Server", 100, 0)), "Edge",
        "nobody asks for files, so it has nothing to keep", "Give the families files of a page");
  }

  @Test
  void aRingWithoutAShardIsNamed() {
    mustBeFatal(SOUND.plus(node("Router", new ShardRouter())).plus(Link.inZone("Server", "Router")), "Router",
        "it has no shard behind it", "Link it to a primary");
  }

  @Test
  void whoGoesRoundTheRouterIsNamed() {
    var divided = SOUND.plus(node("Router", new ShardRouter())).plus(Link.inZone("Router", "Primary"));
    mustBeWarning(divided, "Server", "it asks Primary itself, which has the rows of one shard only",
        "Remove the link to Primary, and link it to the shard router");
    mustBeWarning(divided.plus(node("Router 2", new ShardRouter())).plus(Link.inZone("Router 2", "Primary")),
        "Primary", "two routers divide its rows, and each believes that it decides", "Link it to one router only");
  }

  @Test
  void aSecondDatabaseThatNobodyAsksIsNamed() {
    mustBeWarning(SOUND.plus(node("Primary 2", new DatabasePrimary())).plus(Link.inZone("Server", "Primary 2")),
        "Server", "it uses only the first of its databases, Primary",
        "Drag in a shard router, which divides the rows, or remove the other links");
  }

  @Test
  void theWorstComesFirst() {
    var problems = Inspection.problems(SOUND.plus(node("Cache", new RedisCache())).minus("Primary"));
    assertTrue(problems.getFirst().isFatal());
    assertFalse(problems.getLast().isFatal());
  }

  @Test
  void aProblemReadsAsASentence() {
    assertEquals("Server: it has no database. Link it to a primary.",
        Inspection.problems(SOUND.minus("Primary")).getFirst().toString());
  }

  private static void mustBeFatal(Topology topology, String node, String message, String remedy) {
    mustContain(topology, new Problem(node, message, remedy, true));
  }

  private static void mustBeWarning(Topology topology, String node, String message, String remedy) {
    mustContain(topology, new Problem(node, message, remedy, false));
  }

  private static void mustContain(Topology topology, Problem expected) {
    var problems = Inspection.problems(topology);
    assertTrue(problems.contains(expected), expected + " is not in " + problems);
  }

  private static Topology changed(String name, ComponentSpec component) {
    return SOUND.change(name, node -> node.with(component));
  }

  private static Node node(String name, ComponentSpec component) {
    return new Node(name, 0, 0, component);
  }
}
