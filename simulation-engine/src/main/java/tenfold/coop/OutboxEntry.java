package tenfold.coop;

import tenfold.port.Job;

/// A job that waits in the database until the queue has it.
///
/// @param id its number
/// @param familyId the family that it is about
/// @param job the job
/// @param takenNanos when somebody last took it to hand it over; -1 for never
record OutboxEntry(long id, long familyId, Job job, long takenNanos) {
  OutboxEntry taken(long nowNanos) {
    return new OutboxEntry(id, familyId, job, nowNanos);
  }
}
