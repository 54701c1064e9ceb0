package tenfold.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenfold.component.ComponentSpec;
import tenfold.component.Families;
import tenfold.component.Parameter;
import tenfold.experiment.Setting;
import tenfold.experiment.UnreadableSetting;
import tenfold.scenario.Scenario;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// The conditions under which a design is run: what the lesson gives and no design can change. Families and their
/// habits, what goes wrong, warm-up, length and prices are those of the world's scenario and of the price list; all
/// else is the design's.
///
/// @param scenario what the conditions are taken from
/// @param families families in the co-op; empty for as many as the scenario has
/// @param settings what is set besides, as in "Server.cores=8"
/// @param given kinds, or their parameters as in "app-server.cpu", whose values nobody who builds can choose: what work
///     costs, and how services outside behave
public record World(Scenario scenario, Optional<Integer> families, List<String> settings, List<String> given) {
  /// What is given unless a lesson says otherwise.
  public static final List<String> GIVEN = List.of("app-server.cpu", "database-primary.reads",
      "database-primary.insertCpuMs", "database-primary.updateCpuMs", "database-primary.enrolmentMs",
      "database-primary.logFsyncMs", "read-replica.reads", "outside");

  /// Copies the lists.
  public World {
    settings = List.copyOf(settings);
    given = List.copyOf(given);
  }

  /// A world in which all is given that usually is.
  public World(Scenario scenario, Optional<Integer> families, List<String> settings) {
    this(scenario, families, settings, GIVEN);
  }

  /// The same world with another number of families.
  World withFamilies(int count) {
    return new World(scenario, Optional.of(count), settings, given);
  }

  /// The same world with more that is set.
  World plus(List<String> more) {
    return new World(scenario, families, Stream.concat(settings.stream(), more.stream()).toList(), given);
  }

  /// The design under these conditions.
  ///
  /// @throws UnreadableSetting when the design has nothing that a setting names
  public Scenario of(Topology design) throws UnreadableSetting {
    var topology = design;
    for (var given : scenario.topology().nodes(Families.class)) {
      topology = topology.change(given.name(), node -> node.with(given.component()));
    }
    for (var node : topology.nodes()) {
      topology = topology.change(node.name(), one -> one.with(asGiven(one)));
    }
    var there = topology;
    var script = scenario.faults().stream().map(fault -> fault.renamed(name -> meant(name, there)))
        .filter(fault -> fault.problem(there).isEmpty()).toList();
    var run = scenario.with(there).with(script);
    for (var setting : settings) {
      run = Setting.of(run, setting).applied(run).getFirst();
    }
    return families.isPresent() ? run.with(run.topology().withFamilies(families.get())) : run;
  }

  /// What a node of a design is at list price, with the given parameters of the scenario's node of that name, or else
  /// of its first of the same kind. What the scenario does not have is the design's.
  private ComponentSpec asGiven(Node node) {
    var priced = node.component().atListPrice();
    var model = Stream.concat(scenario.topology().node(node.name()).stream(),
            scenario.topology().nodes(priced.getClass()).stream())
        .map(Node::component).filter(one -> one.getClass() == priced.getClass()).findFirst();
    var changed = (Record) priced;
    if (model.isPresent()) {
      for (var parameter : Parameter.of(priced.getClass())) {
        var path = priced.kind().id() + "." + parameter.path();
        if (given.stream().anyMatch(one -> path.startsWith(one + ".") || path.equals(one))) {
          changed = parameter.with(changed, parameter.value(model.get()));
        }
      }
    }
    return (ComponentSpec) changed;
  }

  /// The node that a fault happens to in a design: that of the same name, or else the first of the same kind.
  private String meant(String name, Topology design) {
    if (design.node(name).isPresent()) {
      return name;
    }
    return scenario.topology().node(name)
        .flatMap(node -> design.nodes(node.component().getClass()).stream().findFirst())
        .map(Node::name).orElse(name);
  }
}
