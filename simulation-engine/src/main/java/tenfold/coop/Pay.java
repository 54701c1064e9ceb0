package tenfold.coop;

import java.util.Map;
import java.util.Optional;
import tenfold.port.Clock;
import tenfold.port.Http;
import tenfold.port.Job;
import tenfold.port.JobQueue;
import tenfold.port.Payments;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.Response;
import tenfold.resilience.CircuitBreaker;

/// A family pays: at once, behind a circuit breaker of this process if there is one, and when that fails, whatever the
/// reason, later. A charge whose answer got lost is made again then.
final class Pay implements Http {
  private final Payments payments;
  private final JobQueue jobs;
  private final Optional<CircuitBreaker> breaker;
  private final Clock clock;
  private final boolean usesKeys;

  Pay(Payments payments, JobQueue jobs, Clock clock, Optional<CircuitBreaker> breaker, boolean usesKeys) {
    this.payments = payments;
    this.jobs = jobs;
    this.clock = clock;
    this.usesKeys = usesKeys;
    this.breaker = breaker;
  }

  @Override
  public Response send(Request request) {
    var family = request.fields().get("family_id");
    var amount = request.fields().get("amount");
    if (family == null || amount == null || !amount.matches("\\d{1,9}")) {
      return Response.error(400, "family_id and a whole amount are needed");
    }
    var job = Jobs.payment(EnrollFamily.number(request), usesKeys, Map.of("family_id", family, "amount", amount));
    try {
      return breaker.isPresent() ? breaker.get().call(clock::nowNanos, _ -> true, () -> charge(family, amount, job))
          : charge(family, amount, job);
    } catch (PortFailure unavailable) {
      jobs.enqueue(job);
      return new Response(202, "{\"paid\":false,\"queued\":true}");
    }
  }

  private Response charge(String family, String amount, Job job) {
    payments.charge(family, amount, job.purpose());
    return Response.ok("{\"paid\":true}");
  }
}
