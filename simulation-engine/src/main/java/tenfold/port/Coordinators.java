package tenfold.port;

/// Tells the co-op's coordinators what they should know.
@FunctionalInterface
public interface Coordinators {
  /// Tells them that a family has enrolled.
  void enrolled(String familyId, Purpose purpose);
}
