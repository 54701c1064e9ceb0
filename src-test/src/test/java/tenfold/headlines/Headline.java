package tenfold.headlines;

import tenfold.run.Experiment;
import tenfold.run.Experiment.Summary;
import tenfold.scenario.Gallery;

/// Runs shipped scenarios for the headline tables. The seeds are fixed, so a headline holds or not, without chance.
final class Headline {
  private static final long SEED = 1;

  private Headline() {}

  /// A shipped scenario with so many families, measured after the warm-up for so many seconds in each replication.
  static Summary run(String name, int families, double warmUpSeconds, double lengthSeconds, int replications) {
    var scenario = Gallery.scenario(name).lasting(warmUpSeconds, lengthSeconds);
    return new Experiment(scenario.with(scenario.topology().withFamilies(families)), replications, SEED).run();
  }
}
