package tenfold.app.wrong;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.component.AppServer;
import tenfold.component.ReadReplica;
import tenfold.component.RedisCache;
import tenfold.component.Truth.Cause;
import tenfold.component.Truth.Incident;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// An incident in words: when, to whom, what was told, what was true, and what made it wrong.
final class IncidentText {
  /// A page shows the family's name; the rest of its row is the same in both.
  private static final Pattern NAME = Pattern.compile("\"family_name\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private IncidentText() {}

  static String when(Incident incident) {
    return Numbers.clock(Math.round(incident.atSeconds() * 1e9));
  }

  static String what(Incident incident) {
    return Texts.get("wrong." + incident.what());
  }

  /// What was told beside what was true.
  static String told(Incident incident) {
    return Texts.get("wrong.told." + incident.what(), Numbers.count(incident.reader()),
        Numbers.count(incident.family()), name(incident.told()), name(incident.truth()), place(incident.causeAt()));
  }

  static String cause(Incident incident) {
    var when = Numbers.clock(Math.round(incident.causeSeconds() * 1e9));
    var cause = Texts.get("wrong.cause." + incident.cause(), when, place(incident.causeAt()));
    return incident.cause() == Cause.CHANGE || incident.cause() == Cause.DEPLOY
        ? cause + " " + Texts.get(fromKey(incident)) : cause;
  }

  private static String fromKey(Incident incident) {
    return incident.fromCache() ? "wrong.from.cache"
        : incident.cause() == Cause.DEPLOY ? "wrong.from.server" : "wrong.from.rows";
  }

  /// The nodes that made it wrong: where it happened, and those that may have given the old answer.
  static Set<String> nodes(Incident incident, Topology topology) {
    var nodes = new TreeSet<String>();
    topology.nodes().stream().map(Node::name)
        .filter(name -> name.equals(incident.causeAt().replaceAll("#\\d+$", ""))).forEach(nodes::add);
    if (isAboutAChange(incident)) {
      var caches = topology.nodes(RedisCache.class);
      var sources = !incident.fromCache() ? topology.nodes(ReadReplica.class)
          : caches.isEmpty() ? topology.nodes(AppServer.class) : caches;
      sources.stream().map(Node::name).forEach(nodes::add);
    }
    return nodes;
  }

  private static boolean isAboutAChange(Incident incident) {
    return switch (incident.what()) {
      case STALE_READ, OLD_AFTER_SAVE, OWN_WRITE_MISSING, TIME_WENT_BACKWARDS -> true;
      default -> false;
    };
  }

  /// The first instance of a node that is no stack goes by the node's name.
  private static String place(String instance) {
    return instance.replaceAll("#1$", "");
  }

  private static String name(String shown) {
    var name = NAME.matcher(shown);
    return name.find() ? name.group(1).replaceAll("\\\\(.)", "$1") : shown;
  }
}
