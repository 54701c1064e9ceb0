package tenfold.scenario;

import com.fasterxml.jackson.annotation.JsonInclude;
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
    @Param(label = "Faults", mayBeAbsent = true) List<ScheduledFault> faults,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Param(label = "Frames", mayBeAbsent = true) List<Frame> frames) {
  static final String KIND = "scenario";
  static final int VERSION = 1;

  /// What a file has that says nothing: no faults, no frames.
  FileContent() {
    this(KIND, VERSION, "", "", 0, 0, 0, List.of(), List.of(), List.of(), List.of());
  }

  static FileContent of(Scenario scenario) {
    return new FileContent(KIND, VERSION, scenario.title(), scenario.description(), scenario.warmUpSeconds(),
        scenario.lengthSeconds(), scenario.seed(), scenario.topology().nodes(), scenario.topology().links(),
        scenario.faults(), scenario.frames());
  }

  Scenario scenario() {
    return new Scenario(
        title, description, new Topology(nodes, links), warmUpSeconds, lengthSeconds, seed, faults, frames);
  }
}
