package tenfold.run;

import tenfold.component.guarding.GuardCounts;

/// What the guards on one link did in one run, after the warm-up.
///
/// @param from calling node
/// @param to called node
/// @param guards what they did
public record LinkResult(String from, String to, GuardCounts guards) {
  LinkResult plus(LinkResult other) {
    return new LinkResult(from, to, guards.plus(other.guards));
  }
}
