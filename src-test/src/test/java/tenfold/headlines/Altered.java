package tenfold.headlines;

import tenfold.component.ComponentSpec;
import tenfold.component.Parameter;
import tenfold.component.guarding.CallGuards;
import tenfold.run.Experiment;
import tenfold.run.Experiment.Summary;
import tenfold.scenario.Gallery;
import tenfold.scenario.Scenario;
import tenfold.topology.Link;
import tenfold.topology.Node;

/// A shipped scenario with something changed, as a student would change it.
record Altered(Scenario scenario) {
  static Altered shipped(String name) {
    return new Altered(Gallery.scenario(name));
  }

  /// With one parameter of a node changed, named by its path as in the file ("reads.choice").
  Altered with(String node, String path, Object value) {
    return new Altered(scenario.with(scenario.topology().change(node,
        old -> old.with(changed((Record) old.component(), path, value)))));
  }

  /// With a node more and its link.
  Altered plus(Node node, Link link) {
    return new Altered(scenario.with(scenario.topology().plus(node).plus(link)));
  }

  /// With other guards on the link between two nodes.
  Altered guarded(String from, String to, CallGuards guards) {
    var link = scenario.topology().link(from, to).orElseThrow();
    return new Altered(scenario.with(scenario.topology().change(link.with(guards))));
  }

  /// With a node in other zones.
  Altered in(String node, String zone) {
    return new Altered(scenario.with(scenario.topology().change(node, old -> old.in(zone))));
  }

  /// Measured for other times.
  Altered lasting(double warmUpSeconds, double lengthSeconds) {
    return new Altered(scenario.lasting(warmUpSeconds, lengthSeconds));
  }

  Summary run(int replications) {
    return new Experiment(scenario, replications, 1).run();
  }

  private static ComponentSpec changed(Record component, String path, Object value) {
    return (ComponentSpec) Parameter.of(component.getClass()).stream()
        .filter(parameter -> parameter.path().equals(path))
        .findFirst().orElseThrow(() -> new AssertionError("no parameter " + path))
        .with(component, value);
  }
}
