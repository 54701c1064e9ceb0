package tenfold.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import tenfold.component.AppServer;
import tenfold.component.AutoScaler;
import tenfold.component.Cdn;
import tenfold.component.ComponentSpec;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.Growth;
import tenfold.component.LoadBalancer;
import tenfold.component.MessageQueue;
import tenfold.component.Parameter;
import tenfold.component.ReadModel;
import tenfold.component.ReadReplica;
import tenfold.component.ShardRouter;
import tenfold.component.Workers;

/// Finds what is wrong with a topology.
public final class Inspection {
  private final Topology topology;
  private final List<Problem> problems = new ArrayList<>();

  private Inspection(Topology topology) {
    this.topology = topology;
  }

  /// Everything that is wrong, the worst first; empty when nothing is.
  public static List<Problem> problems(Topology topology) {
    var inspection = new Inspection(topology);
    inspection.inspect();
    return inspection.problems.stream()
        .sorted((one, other) -> Boolean.compare(other.isFatal(), one.isFatal()))
        .toList();
  }

  private void inspect() {
    names();
    links();
    if (problems.isEmpty()) {
      cycles();
      topology.nodes().forEach(this::values);
      topology.nodes().forEach(this::connections);
      if (topology.nodes(Families.class).isEmpty()) {
        fatal("", "there are no families, so nobody sends a request", "Drag Families onto the canvas");
      }
    }
  }

  private void names() {
    var seen = new HashSet<String>();
    for (var node : topology.nodes()) {
      if (node.name().isBlank()) {
        fatal("", "a node has no name", "Give every node a name of its own");
      } else if (!seen.add(node.name())) {
        fatal(node.name(), "two nodes have this name", "Give every node a name of its own");
      }
    }
  }

  private void links() {
    for (var link : topology.links()) {
      for (var end : List.of(link.from(), link.to())) {
        if (topology.node(end).isEmpty()) {
          fatal(end, "a link from " + link.from() + " to " + link.to() + " ends at this node, which does not exist",
              "Remove the link or add the node");
        }
      }
      topology.node(link.from()).ifPresent(from ->
          topology.node(link.to()).filter(to -> !Wiring.canCall(from.component(), to.component())).ifPresent(to ->
              fatal(from.name(), "a " + label(from) + " cannot call a " + label(to) + " (" + to.name() + ")",
                  "Remove the link; a " + label(from) + " can call: " + callable(from))));
      for (var fault : Parameter.faultsOf(link)) {
        var named = Matcher.quoteReplacement(" of the link to " + link.to() + " must");
        fatal(link.from(), fault.replaceFirst(" must", named), "Give it a value in that range");
      }
    }
  }

  private void cycles() {
    var done = new HashSet<String>();
    for (var node : topology.nodes()) {
      follow(node.name(), new ArrayList<>(), done);
    }
  }

  private void follow(String name, List<String> way, Set<String> done) {
    if (way.contains(name)) {
      var cycle = String.join(" → ", way.subList(way.indexOf(name), way.size())) + " → " + name;
      fatal(name, "requests would run in a circle: " + cycle, "Remove one link of the circle");
    } else if (done.add(name)) {
      way.addLast(name);
      topology.linksFrom(name).forEach(link -> follow(link.to(), way, done));
      way.removeLast();
    }
  }

  private void values(Node node) {
    for (var fault : Parameter.faultsOf(node.component())) {
      fatal(node.name(), fault, "Give it a value in that range");
    }
    if (node.component() instanceof AppServer server
        && server.cpu().size() > server.cpu().stream().map(AppServer.RouteCpu::route).distinct().count()) {
      fatal(node.name(), "its processor time lists a route twice", "Keep one entry for each route");
    }
    var host = node.component().host();
    if (!host.isEmpty() && topology.node(host).filter(other -> other.component() instanceof AppServer).isEmpty()) {
      fatal(node.name(), "its host \"" + host + "\" is not a server of this design",
          "Name a server, or leave the host empty for cores of its own");
    }
  }

  private void connections(Node node) {
    switch (node.component()) {
      case Families families -> families(node, families);
      case Cdn edge -> edge(node, edge);
      case LoadBalancer balancer -> {
        require(node, "it has no server behind it", "Link it to a server",
            List.of(AppServer.class, LoadBalancer.class));
        weights(node, balancer);
        requireCaller(node, "nobody sends requests to it", "Link the families to it");
      }
      case AppServer _ -> {
        require(node, "it has no database", "Link it to a primary",
            List.of(DatabasePrimary.class, ShardRouter.class));
        roundTheRouter(node);
        onlyOne(node, "databases", "Drag in a shard router, which divides the rows, or remove the other links",
            List.of(DatabasePrimary.class, ShardRouter.class));
        onlyOne(node, "queues", "Remove the other links", List.of(MessageQueue.class));
        requireCaller(node, "nobody sends requests to it", balancer()
            .map(balancer -> "Link " + balancer + " to it, which shares the requests out")
            .orElse("Drag in a balancer, which shares the requests out"));
      }
      case ShardRouter _ -> {
        require(node, "it has no shard behind it", "Link it to a primary", List.of(DatabasePrimary.class));
        requireCaller(node, "no server uses it", "Link a server to it");
      }
      case DatabasePrimary _ -> {
        requireCaller(node, "no server uses it", "Link a server to it");
        if (topology.linksTo(node.name()).stream().filter(link -> is(link.from(), ShardRouter.class)).count() > 1) {
          warn(node, "two routers divide its rows, and each believes that it decides", "Link it to one router only");
        }
      }
      case ReadReplica _, ReadModel _ -> {
        long primaries = topology.linksTo(node.name()).stream()
            .filter(link -> is(link.from(), DatabasePrimary.class)).count();
        if (primaries == 0) {
          warn(node, "no primary sends it changes, so its rows never change", "Link a primary to it");
        }
        if (primaries > 1) {
          warn(node, "several primaries send it changes, which get mixed up", "Link one primary to it");
        }
      }
      case MessageQueue _ -> {
        requireCaller(node, "no server gives it jobs", "Link a server to it");
        if (topology.linksTo(node.name()).stream().noneMatch(link -> is(link.from(), Workers.class))) {
          warn(node, "nobody does its jobs", "Drag in workers, or link some to it");
        }
      }
      case Workers _ -> {
        if (topology.linksFrom(node.name()).stream().noneMatch(link -> is(link.to(), MessageQueue.class))) {
          warn(node, "they have no queue to take jobs from", "Link them to a queue, or remove them");
        }
      }
      case AutoScaler scaler -> scaler(node, scaler);
      default -> requireCaller(node, "no server uses it", "Link a server to it");
    }
  }

  /// A shard has some of the rows only, and so have its replicas.
  private void roundTheRouter(Node server) {
    for (var link : topology.linksFrom(server.name())) {
      if (isShard(link.to()) || (is(link.to(), ReadReplica.class) || is(link.to(), ReadModel.class))
          && topology.linksTo(link.to()).stream().anyMatch(other -> isShard(other.from()))) {
        warn(server, "it asks " + link.to() + " itself, which has the rows of one shard only",
            "Remove the link to " + link.to() + ", and link it to the shard router");
      }
    }
  }

  /// Of some kinds it uses one alone, whatever else it is linked to.
  private void onlyOne(Node node, String plural, String remedy, List<Class<? extends ComponentSpec>> kinds) {
    var used = topology.linksFrom(node.name()).stream().map(Link::to)
        .filter(name -> kinds.stream().anyMatch(kind -> is(name, kind)) && !isShard(name)).toList();
    if (used.size() > 1) {
      warn(node, "it uses only the first of its " + plural + ", " + used.getFirst(), remedy);
    }
  }

  private boolean isShard(String name) {
    return topology.linksTo(name).stream().anyMatch(link -> is(link.from(), ShardRouter.class));
  }

  private void edge(Node node, Cdn edge) {
    require(node, "it has no origin", "Link it to a balancer, a server or another edge",
        List.of(AppServer.class, LoadBalancer.class, Cdn.class));
    requireCaller(node, "nobody sends requests to it", "Link families to it");
    if (edge.maxTtlSeconds() == 0) {
      warn(node, "it keeps no file, since the longest time to live is 0", "Let it keep files for a while");
    }
    if (topology.nodes(Families.class).stream().noneMatch(families ->
        ((Families) families.component()).filesPerPage() > 0)) {
      warn(node, "nobody asks for files, so it has nothing to keep", "Give the families files of a page");
    }
  }

  private void weights(Node node, LoadBalancer balancer) {
    for (var entry : balancer.weights()) {
      if (entry.server().isBlank()) {
        warn(node, "one of its weights names no server", "Choose a server for it, or remove it");
      } else if (topology.linksFrom(node.name()).stream().noneMatch(link -> link.to().equals(entry.server()))) {
        warn(node, "it has a weight for \"" + entry.server() + "\", which is not behind it",
            "Name a server that it is linked to, or remove the weight");
      }
    }
    if (!balancer.weights().isEmpty() && topology.linksFrom(node.name()).stream().allMatch(link ->
        balancer.weights().stream().anyMatch(entry -> entry.server().equals(link.to()) && entry.backup()))) {
      warn(node, "all its servers are backups, so they are as good as none", "Let at least one be no backup");
    }
  }

  private void scaler(Node node, AutoScaler scaler) {
    var scaled = topology.linksFrom(node.name());
    if (scaled.isEmpty()) {
      warn(node, "it has no servers to scale", "Link it to a server");
    }
    if (scaled.size() > 1) {
      warn(node, "it scales only the first of its servers, " + scaled.getFirst().to(),
          "Remove the other links; give each stack an auto-scaler of its own");
    }
    if (scaler.min() > scaler.max()) {
      fatal(node.name(), "its fewest servers, " + scaler.min() + ", are more than its most, " + scaler.max(),
          "Let max be at least " + scaler.min());
    }
    if (scaler.scaling() == AutoScaler.Scaling.TARGET_TRACKING
        && scaler.targets().cpuPercent() == 0 && scaler.targets().responseMs() == 0) {
      fatal(node.name(), "it has no metric: both its targets are 0",
          "Set targets.cpuPercent to 70, or targets.responseMs to 500");
    }
    var bounds = scaler.thresholds();
    if (scaler.scaling() == AutoScaler.Scaling.THRESHOLD && bounds.downCpuPercent() >= bounds.upCpuPercent()) {
      warn(node, "it takes servers away as soon as it has added them: fewer below "
          + Parameter.plain(bounds.downCpuPercent()) + " %, more above " + Parameter.plain(bounds.upCpuPercent())
          + " %",
          "Let thresholds.downCpuPercent be less than half of thresholds.upCpuPercent");
    }
    for (var link : scaled) {
      topology.node(link.to()).ifPresent(stack -> stack(node, scaler, stack));
    }
  }

  private void stack(Node node, AutoScaler scaler, Node stack) {
    if (scaler.replacement().enabled() && scaler.replacement().graceSeconds() * 1_000 < stack.component().bootMs()) {
      warn(node, "servers are replaced before they have booted: grace "
          + Parameter.plain(scaler.replacement().graceSeconds()) + " s, boot "
          + Parameter.plain(stack.component().bootMs() / 1_000) + " s",
          "Let replacement.graceSeconds be longer than the boot of " + stack.name());
    }
    if (topology.linksTo(stack.name()).stream().noneMatch(link -> is(link.from(), LoadBalancer.class))) {
      warn(node, "only the first of the servers that it adds gets requests", balancer()
          .map(balancer -> "Link " + balancer + " to " + stack.name()).orElse("Drag in a balancer"));
    }
    boolean isShared = topology.linksTo(stack.name()).stream().anyMatch(link ->
        !link.from().equals(node.name()) && is(link.from(), AutoScaler.class));
    if (isShared) {
      warn(node, "another auto-scaler scales " + stack.name() + " too", "Keep one of the two");
    }
  }

  private void families(Node node, Families families) {
    require(node, "they have no way in", "Link them to a server or a balancer",
        List.of(AppServer.class, LoadBalancer.class, Cdn.class));
    if (families.mix().total() <= 0) {
      fatal(node.name(), "their mix of requests is empty", "Give at least one kind of request a share above 0");
    }
    var trace = families.trace();
    for (int i = 1; i < trace.size(); i++) {
      if (trace.get(i).timeSeconds() <= trace.get(i - 1).timeSeconds()) {
        fatal(node.name(), "their recorded rates are not in the order of time: "
            + Parameter.plain(trace.get(i).timeSeconds()) + " s comes after "
            + Parameter.plain(trace.get(i - 1).timeSeconds()) + " s", "Sort trace by timeSeconds, each time once");
        break;
      }
    }
    if (!trace.isEmpty() && families.model() == Families.Model.CLOSED) {
      warn(node, "their recorded rates are not used, because each of them waits for its answer",
          "Let model be openPoisson");
    }
    if (families.growth().course() != Growth.Course.NONE && families.growth().from() >= families.population()) {
      warn(node, "they do not grow: " + families.growth().from() + " at first, " + families.population()
          + " at the end", "Let growth.from be below " + families.population());
    }
    var entries = topology.linksFrom(node.name()).stream().map(Link::to).toList();
    boolean isStack = entries.stream().flatMap(name -> topology.node(name).stream())
        .anyMatch(entry -> entry.component() instanceof AppServer && entry.component().instances() > 1);
    boolean haveEdge = !entries.isEmpty() && is(entries.getFirst(), Cdn.class);
    if (entries.size() > 1 && !haveEdge || isStack) {
      warn(node, "only the first of several servers gets their requests", balancer()
          .map(balancer -> "Link them to " + balancer + " only, and " + balancer + " to the servers")
          .orElse("Drag in a balancer"));
    }
  }

  /// The balancer of this design, which is a nearer remedy than a new one.
  private Optional<String> balancer() {
    return topology.nodes(LoadBalancer.class).stream().map(Node::name).findFirst();
  }

  private void require(Node node, String message, String remedy, List<Class<? extends ComponentSpec>> kinds) {
    if (topology.linksFrom(node.name()).stream().noneMatch(link ->
        kinds.stream().anyMatch(kind -> is(link.to(), kind)))) {
      fatal(node.name(), message, remedy);
    }
  }

  private void requireCaller(Node node, String message, String remedy) {
    if (topology.linksTo(node.name()).stream().allMatch(link -> is(link.from(), AutoScaler.class))) {
      warn(node, message, remedy);
    }
  }

  private boolean is(String name, Class<? extends ComponentSpec> kind) {
    return topology.node(name).filter(node -> kind.isInstance(node.component())).isPresent();
  }

  private void fatal(String node, String message, String remedy) {
    problems.add(new Problem(node, message, remedy, true));
  }

  private void warn(Node node, String message, String remedy) {
    problems.add(new Problem(node.name(), message, remedy, false));
  }

  private static String label(Node node) {
    return node.component().noun();
  }

  private static String callable(Node from) {
    var labels = Wiring.callable(from.component()).stream()
        .map(type -> ComponentSpec.noun(type))
        .collect(Collectors.joining(", "));
    return labels.isEmpty() ? "nobody" : labels;
  }
}
