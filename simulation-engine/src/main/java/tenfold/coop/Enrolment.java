package tenfold.coop;

/// A family's place in the co-op.
///
/// @param id its number
/// @param familyId who enrolled
public record Enrolment(long id, long familyId) {}
