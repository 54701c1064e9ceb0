package tenfold.run;

import java.util.List;
import java.util.Optional;
import tenfold.component.Outcomes;
import tenfold.component.Outcomes.Outcome;
import tenfold.component.Truth;
import tenfold.stats.ResponseTimes;

/// What one replication measured, after its warm-up.
///
/// @param families families in the co-op
/// @param seconds simulated time measured
/// @param requests attempts that ended
/// @param answered attempts that were answered in time, whatever the status
/// @param good attempts that were answered in time with success
/// @param errors attempts that were answered with an error, or refused
/// @param timeouts attempts that ended by the client's time-out
/// @param responseTimes of the answered attempts
/// @param nodes what each node did
/// @param links what the guards on links did
/// @param wrong what clients were told that is not so
/// @param simulatedRequests attempts that ended, the warm-up included
/// @param digest fingerprint of the whole run
/// @param stopped why the run was stopped before its end, if it was
public record Result(
    int families,
    double seconds,
    long requests,
    long answered,
    long good,
    long errors,
    long timeouts,
    ResponseTimes responseTimes,
    List<NodeResult> nodes,
    List<LinkResult> links,
    Truth.Account wrong,
    long simulatedRequests,
    long digest,
    Optional<String> stopped) {

  static Result of(
      int families, double seconds, Outcomes outcomes, List<NodeResult> nodes, List<LinkResult> links,
      Truth.Account wrong, long warmUpRequests, long digest, Optional<String> stopped) {
    long good = outcomes.count(Outcome.GOOD);
    long errorAnswers = outcomes.count(Outcome.ERROR_ANSWER);
    return new Result(
        families,
        seconds,
        outcomes.total(),
        good + errorAnswers,
        good,
        errorAnswers + outcomes.count(Outcome.REFUSED),
        outcomes.count(Outcome.TIMED_OUT),
        outcomes.answered(),
        nodes,
        links,
        wrong,
        outcomes.total() + warmUpRequests,
        digest,
        stopped);
  }
}
