package tenfold.component;

import java.util.List;

/// A stack whose height is controlled. New instances boot first: they are paid for and take no calls. Instances that
/// are taken away get no new calls and finish what they have.
public interface ScalingGroup {
  /// Instances that are wanted.
  int desired();

  /// Wants that many from now on: launches what is missing, takes away what is too much.
  ///
  /// @param mayTakeAway whether instances are taken away; if not, they stay although fewer are wanted
  void desired(int instances, Termination termination, boolean mayTakeAway);

  /// The instances, those that boot too, in the order in which they were launched.
  List<Member> members();

  /// Takes an instance away and launches another in its place; nothing happens when it is gone.
  void replace(String member);

  /// What the instances in service did since the last call. An instance counts from when it came into service; one
  /// whose warm-up was not over when it began to count does not.
  Load load(long warmUpNanos);

  /// One instance.
  ///
  /// @param name unique in the run
  /// @param isInService whether it has booted
  /// @param ageNanos time since it was launched
  /// @param serviceNanos time since it came into service, 0 before; instances that were placed by hand have always been
  record Member(String name, boolean isInService, long ageNanos, long serviceNanos) {}

  /// What instances did together in a time.
  ///
  /// @param instances how many counted, on the average over the time
  /// @param utilisation share of their processors in use, 0 to 1; NaN when none counted
  /// @param responseMs mean time of their calls that ended, in milliseconds; NaN when none did
  record Load(double instances, double utilisation, double responseMs) {}

  /// Who is taken away first.
  enum Termination {
    /// Who was launched last.
    NEWEST("newest"),
    /// Who was launched first.
    OLDEST("oldest");

    private final String id;

    Termination(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }
}
