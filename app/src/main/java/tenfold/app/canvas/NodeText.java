package tenfold.app.canvas;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenfold.app.look.FaultText;
import tenfold.app.look.Numbers;
import tenfold.app.look.PartText;
import tenfold.app.look.Texts;
import tenfold.component.AppServer;
import tenfold.component.AutoScaler;
import tenfold.component.Cdn;
import tenfold.component.DatabasePrimary;
import tenfold.component.Families;
import tenfold.component.Fault;
import tenfold.component.LoadBalancer;
import tenfold.component.MessageQueue;
import tenfold.component.OutsideServices;
import tenfold.component.ReadModel;
import tenfold.component.ReadReplica;
import tenfold.component.RedisCache;
import tenfold.component.ShardRouter;
import tenfold.component.Workers;
import tenfold.run.Snapshot.NodeView;
import tenfold.topology.Node;

/// What a card says of its node.
public final class NodeText {
  /// Below this a time needs more digits than a card has room for.
  private static final double TINY_MS = 0.0995;

  private NodeText() {}

  /// The name, with the number of servers of a stack.
  static String title(Node node, int count) {
    return count > 1 ? Texts.get("node.stack", node.name(), count) : node.name();
  }

  /// One line of what matters of the parameters, when nothing is the matter.
  static String subtitle(Node node, NodeView view) {
    return view.booting() > 0 ? Texts.get("node.boots.of", view.booting(), view.instances())
        : subtitle(node, view.instances(), view.hitShare());
  }

  /// So many of its instances are down.
  static String down(long count, int instances) {
    return instances == 1
        ? Texts.get("node.down") : Texts.get("node.down.of", Math.min(count, instances), instances);
  }

  /// Whether something is the matter with it now.
  static boolean isInTrouble(NodeView view) {
    return view.down() + view.hanging() + view.deadLetters() > 0 || !view.suffered().isEmpty();
  }

  /// What is the matter with it now.
  static String trouble(NodeView view) {
    if (view.suffered().stream().anyMatch(suffered -> suffered.fault() == Fault.ZONE_OUTAGE)) {
      return view.instances() == 1 || view.down() == view.instances() ? Texts.get("node.zone")
          : Texts.get("node.zone.of", view.down(), view.instances());
    }
    if (view.down() > 0) {
      return down(view.down(), view.instances());
    }
    if (view.hanging() > 0) {
      return view.instances() == 1
          ? Texts.get("node.hangs") : Texts.get("node.hangs.of", view.hanging(), view.instances());
    }
    if (!view.suffered().isEmpty()) {
      var first = view.suffered().getFirst();
      return view.instances() == first.instances() ? FaultText.of(first)
          : Texts.get("node.suffers.of", FaultText.of(first), first.instances(), view.instances());
    }
    return Texts.get("node.dead", Numbers.brief(view.deadLetters()));
  }

  /// The same for a node that has not been seen at work.
  ///
  /// @param count how many of it there are
  public static String subtitle(Node node, int count, double hitShare) {
    if (!Double.isNaN(hitShare)) {
      return Texts.get("node.hits", Numbers.exactPercent(hitShare));
    }
    return switch (node.component()) {
      case Families families -> families.model() == Families.Model.CLOSED
          ? Texts.get("node.families", Numbers.brief(families.population()), Numbers.millis(families.thinkTimeMs()))
          : families.trace().isEmpty()
          ? Texts.get("node.arrivals", Numbers.perSecond(families.arrivalRatePerSecond()))
          : Texts.get("node.recorded");
      case LoadBalancer balancer -> Texts.choice(balancer.algorithm());
      case AppServer server -> count > 1
          ? Texts.get("node.servers", dollars(count * server.monthlyPriceDollars()))
          : Texts.get("node.server", server.cores(), dollars(server.monthlyPriceDollars()));
      case RedisCache cache -> Texts.get("node.pages", Numbers.count(cache.maxEntries()));
      case DatabasePrimary primary -> primary.host().isEmpty()
          ? Texts.get("node.cores", primary.cores()) : Texts.get("node.host", primary.host());
      case ReadReplica replica -> Texts.get("node.cores", replica.cores());
      case ReadModel model -> Texts.get("node.behind", Numbers.plain(model.lagMs()));
      case Cdn _ -> Texts.get("node.edge");
      case ShardRouter router -> Texts.choice(router.scheme());
      case MessageQueue queue -> queue.maxLength() == 0
          ? Texts.get("node.jobs.all") : Texts.get("node.jobs", Numbers.count(queue.maxLength()));
      case Workers workers -> workers.concurrency() == 1
          ? Texts.get("node.workers.one") : Texts.get("node.workers", workers.concurrency());
      case AutoScaler scaler -> Texts.get("node.scaler", scaler.min(), scaler.max());
      case OutsideServices _ -> Texts.get("node.outside");
    };
  }

  /// The live number that matters most.
  static String value(Node node, NodeView view, NodeSignals signals) {
    switch (node.component()) {
      case LoadBalancer _ -> {
        return Texts.get("node.rate", Numbers.perSecond(view.callsPerSecond()));
      }
      case MessageQueue _ -> {
        return Texts.get("node.waiting", Numbers.brief(signals.waiting()));
      }
      case AutoScaler _ -> {
        return Texts.get("node.wants", view.wanted());
      }
      default -> {}
    }
    double p95Ms = signals.p95Ms();
    if (Double.isNaN(p95Ms)) {
      return "";
    }
    return p95Ms < TINY_MS ? Texts.get("node.p95.tiny") : Texts.get("node.p95", Numbers.millis(p95Ms));
  }

  /// The whole card in words, for those who hear it.
  static String spoken(Node node, NodeView view, NodeSignals signals) {
    var numbers = Texts.get("node.spoken", title(node, view.instances()), PartText.label(node.component().kind()),
        Numbers.percent(signals.utilisation()), Numbers.count(signals.waiting()), Numbers.millis(signals.p95Ms()));
    return Stream.of(Optional.of(numbers), signals.trouble().words(), signals.failures().words())
        .flatMap(Optional::stream).collect(Collectors.joining(", "));
  }

  private static String dollars(double amount) {
    return "$" + Numbers.count(Math.round(amount));
  }
}
