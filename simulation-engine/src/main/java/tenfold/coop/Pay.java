package tenfold.coop;

import java.util.Map;
import tenfold.port.Http;
import tenfold.port.Job;
import tenfold.port.JobQueue;
import tenfold.port.Payments;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.Response;

/// A family pays: at once behind a circuit breaker, and when that fails, whatever the reason, later. A charge whose
/// answer got lost is made again then.
final class Pay implements Http {
  private final Payments payments;
  private final JobQueue jobs;
  private final CircuitBreaker breaker = new CircuitBreaker();

  Pay(Payments payments, JobQueue jobs) {
    this.payments = payments;
    this.jobs = jobs;
  }

  @Override
  public Response send(Request request) {
    var family = request.fields().get("family_id");
    var amount = request.fields().get("amount");
    if (family == null || amount == null || !amount.matches("\\d{1,9}")) {
      return Response.error(400, "family_id and a whole amount are needed");
    }
    try {
      breaker.call(() -> payments.charge(family, amount));
      return Response.ok("{\"paid\":true}");
    } catch (PortFailure unavailable) {
      jobs.enqueue(new Job(Jobs.PROCESS_PAYMENT, Map.of("family_id", family, "amount", amount)));
      return new Response(202, "{\"paid\":false,\"queued\":true}");
    }
  }
}
