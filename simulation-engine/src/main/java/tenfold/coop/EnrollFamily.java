package tenfold.coop;

import java.util.List;
import java.util.Map;
import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.Job;
import tenfold.port.JobQueue;
import tenfold.port.Request;
import tenfold.port.Response;

/// Enrols a family: the critical step in the database, then three jobs that could wait. As in the text, who crashes
/// between the two leaves no jobs; with an outbox the jobs are written together with the enrolment, and handed over by
/// somebody else.
final class EnrollFamily implements Http {
  private static final String REQUEST = "request_id";

  private final Database primary;
  private final JobQueue jobs;
  private final Variants.Delivery delivery;

  EnrollFamily(Database primary, JobQueue jobs, Variants.Delivery delivery) {
    this.primary = primary;
    this.jobs = jobs;
    this.delivery = delivery;
  }

  @Override
  public Response send(Request request) {
    var familyId = request.fields().get("family_id");
    if (familyId == null || !familyId.matches("\\d{1,18}")) {
      return Response.error(400, "family_id must be a number");
    }
    var data = Map.of("family_id", familyId, "email", request.fields().getOrDefault("email", ""));
    long family = Long.parseLong(familyId);
    if (delivery.outbox() || delivery.idempotencyKeys()) {
      long key = delivery.idempotencyKeys() ? number(request) : 0;
      long enrolment = primary.query(Statements.ENROL_SAFELY, family, key,
          (Statements.FollowUp) written -> delivery.outbox() ? jobsOf(written, data) : List.of());
      if (!delivery.outbox()) {
        jobsOf(enrolment, data).forEach(jobs::enqueue);
      }
    } else {
      jobsOf(primary.query(Statements.ENROL, family), data).forEach(jobs::enqueue);
    }
    return Response.ok("{\"success\":true}");
  }

  private List<Job> jobsOf(long enrolment, Map<String, String> data) {
    return Jobs.OF_ENROLMENT.stream()
        .map(kind -> Job.about(kind, Long.toString(enrolment), delivery.idempotencyKeys(), data)).toList();
  }

  /// The number that the client gives its request, the same for all its tries; 0 when it gives none.
  static long number(Request request) {
    var number = request.fields().getOrDefault(REQUEST, "");
    return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
  }
}
