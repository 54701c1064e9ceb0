package tenfold.scenario;

import java.util.List;
import tenfold.component.Param;
import tenfold.topology.Link;
import tenfold.topology.Node;
import tenfold.topology.Topology;

/// The content of a scenario file, version 1, property by property.
record FileContent(
    String kind,
    int version,
    String title,
    String description,
    double warmUpSeconds,
    double lengthSeconds,
    long seed,
    List<Node> nodes,
    List<Link> links,
    @Param(label = "Faults", mayBeAbsent = true) List<ScheduledFault> faults) {
  static final String KIND = "scenario";
  static final int VERSION = 1;

  /// What a file has that says nothing: no faults.
  FileContent() {
    this(KIND, VERSION, "", "", 0, 0, 0, List.of(), List.of(), List.of());
  }

  static FileContent of(Scenario scenario) {
    return new FileContent(KIND, VERSION, scenario.title(), scenario.description(), scenario.warmUpSeconds(),
        scenario.lengthSeconds(), scenario.seed(), scenario.topology().nodes(), scenario.topology().links(),
        scenario.faults());
  }

  Scenario scenario() {
    return new Scenario(title, description, new Topology(nodes, links), warmUpSeconds, lengthSeconds, seed, faults);
  }
}
