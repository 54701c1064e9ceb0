package tenfold.coop;

/// How a change that was accepted during a partition was merged.
///
/// @param id number of the family
/// @param kept the page that there is now
/// @param discarded the page of the other side, of two that were changed without knowing of each other; empty when only
///     one side was changed
record Merge(long id, String kept, String discarded) {}
