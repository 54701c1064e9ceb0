package tenfold.coop;

import java.util.Map;
import tenfold.port.Database;
import tenfold.port.Http;
import tenfold.port.Job;
import tenfold.port.JobQueue;
import tenfold.port.Request;
import tenfold.port.Response;

/// Enrols a family: the critical step in the database, then three jobs that could wait.
final class EnrollFamily implements Http {
  private final Database primary;
  private final JobQueue jobs;

  EnrollFamily(Database primary, JobQueue jobs) {
    this.primary = primary;
    this.jobs = jobs;
  }

  @Override
  public Response send(Request request) {
    var familyId = request.fields().get("family_id");
    if (familyId == null || !familyId.matches("\\d{1,18}")) {
      return Response.error(400, "family_id must be a number");
    }
    primary.query(Statements.ENROL, Long.parseLong(familyId));
    var data = Map.of("family_id", familyId, "email", request.fields().getOrDefault("email", ""));
    jobs.enqueue(new Job(Jobs.WELCOME_EMAIL, data));
    jobs.enqueue(new Job(Jobs.CALENDAR_EVENTS, data));
    jobs.enqueue(new Job(Jobs.NOTIFY_COORDINATORS, data));
    return Response.ok("{\"success\":true}");
  }
}
