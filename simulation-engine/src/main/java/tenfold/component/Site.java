package tenfold.component;

import java.util.Optional;
import java.util.random.RandomGenerator;
import tenfold.kernel.Process;
import tenfold.kernel.Processor;
import tenfold.kernel.Simulation;
import tenfold.port.Request;

/// The place where an instance of a component works: its name, its neighbours, its meters.
public interface Site {
  /// The simulation that everything happens in.
  Simulation simulation();

  /// Name of the instance, unique in the run.
  String name();

  /// A random stream of this instance alone.
  RandomGenerator random(String purpose);

  /// What was here before, when the instance takes the place of one that was stopped to be changed.
  Optional<ComponentSpec> replaced();

  /// Lets linked components call `implementation` as `port`.
  <P> void offer(Class<P> port, P implementation);

  /// Nobody can call this one as `port` any more, until it is offered again.
  <P> void withdraw(Class<P> port);

  /// The instances that this one is linked to and that offer `port`; the list changes as the topology does.
  <P> Peers<P> peers(Class<P> port);

  /// How badly that fault, which lasts, is on here now; 0 when it is not.
  double strength(Fault fault);

  /// How many times longer everything takes here now; 1 when nothing is wrong. The processors that [#meter] watches
  /// are that slow by themselves; whoever lets time pass otherwise multiplies it.
  double slowness();

  /// How long it takes to be back after an end: the time that a start takes, but not before the zone is back.
  ///
  /// @param startMs time that a start takes
  long backInNanos(double startMs);

  /// Counts what this instance does.
  Meter meter();

  /// Counts how the workload's requests end.
  Outcomes outcomes();

  /// A client's request begins, as that process; whoever looks on may want to see what becomes of it.
  void begins(Process process, Attempt attempt, Request request);

  /// The running process has come into this instance.
  void entered();

  /// Knows how things really are.
  Truth truth();

  /// Families in the co-op now, over all workloads: so many rows there are from the beginning.
  int familyCount();

  /// The rows that the node keeps across a restart.
  DataStore rows();

  /// The stack that this instance is linked to, and whose height it controls; of several the first. Empty when it is
  /// linked to none.
  Optional<ScalingGroup> scalingGroup();

  /// The processor of the node that hosts this one, when one is named and there.
  Optional<Processor> hostProcessor();
}
