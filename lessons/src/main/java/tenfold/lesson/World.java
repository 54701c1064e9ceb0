package tenfold.lesson;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenfold.component.Families;
import tenfold.experiment.Setting;
import tenfold.experiment.UnreadableSetting;
import tenfold.scenario.Scenario;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// The conditions under which a design is run: what the lesson gives and no design can change. Families and their
/// habits, what goes wrong, warm-up and length are those of the world's scenario; all else is the design's.
///
/// @param scenario what the conditions are taken from
/// @param families families in the co-op; empty for as many as the scenario has
/// @param settings what is set besides, as in "Server.cores=8"
public record World(Scenario scenario, Optional<Integer> families, List<String> settings) {
  /// Copies the settings.
  public World {
    settings = List.copyOf(settings);
  }

  /// The same world with another number of families.
  World withFamilies(int count) {
    return new World(scenario, Optional.of(count), settings);
  }

  /// The same world with more that is set.
  World plus(List<String> more) {
    return new World(scenario, families, Stream.concat(settings.stream(), more.stream()).toList());
  }

  /// The design under these conditions.
  ///
  /// @throws UnreadableSetting when the design has nothing that a setting names
  public Scenario of(Topology design) throws UnreadableSetting {
    var topology = design;
    for (var given : scenario.topology().nodes(Families.class)) {
      topology = topology.change(given.name(), node -> node.with(given.component()));
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
