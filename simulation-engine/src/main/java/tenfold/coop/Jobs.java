package tenfold.coop;

import java.util.List;
import java.util.Map;
import tenfold.port.CalendarService;
import tenfold.port.Coordinators;
import tenfold.port.Job;
import tenfold.port.JobQueue;
import tenfold.port.Mailer;
import tenfold.port.Payments;

/// Does the co-op's jobs: for a worker, and for a server without a queue. As a [JobQueue] it is the queue that is none:
/// each job is done while the caller waits.
public final class Jobs implements JobQueue {
  static final String WELCOME_EMAIL = "send-welcome-email";
  static final String CALENDAR_EVENTS = "create-calendar-events";
  static final String NOTIFY_COORDINATORS = "notify-coordinators";
  static final String PROCESS_PAYMENT = "process-payment";

  /// What follows from each enrolment: kinds of jobs.
  public static final List<String> OF_ENROLMENT = List.of(WELCOME_EMAIL, CALENDAR_EVENTS, NOTIFY_COORDINATORS);

  private final Mailer mailer;
  private final CalendarService calendar;
  private final Coordinators coordinators;
  private final Payments payments;

  /// Over the services outside that the jobs call.
  public Jobs(Mailer mailer, CalendarService calendar, Coordinators coordinators, Payments payments) {
    this.mailer = mailer;
    this.calendar = calendar;
    this.coordinators = coordinators;
    this.payments = payments;
  }

  @Override
  public void enqueue(Job job) {
    var purpose = job.purpose();
    switch (job.kind()) {
      case WELCOME_EMAIL -> mailer.send(of(job, "email"), "Welcome to the co-op!", purpose);
      case CALENDAR_EVENTS -> calendar.createEvents(of(job, "family_id"), purpose);
      case NOTIFY_COORDINATORS -> coordinators.enrolled(of(job, "family_id"), purpose);
      case PROCESS_PAYMENT -> payments.charge(of(job, "family_id"), of(job, "amount"), purpose);
      default -> throw new IllegalArgumentException("no such job: " + job.kind());
    }
  }

  /// A payment of one request, to be made now or later.
  static Job payment(long request, boolean isKey, Map<String, String> data) {
    return Job.about(PROCESS_PAYMENT, request == 0 ? "" : Long.toString(request), isKey, data);
  }

  private static String of(Job job, String name) {
    return job.data().getOrDefault(name, "");
  }
}
