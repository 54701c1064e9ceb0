package tenfold.coop;

import tenfold.port.CalendarService;
import tenfold.port.Coordinators;
import tenfold.port.Job;
import tenfold.port.JobQueue;
import tenfold.port.Mailer;
import tenfold.port.Payments;

/// Does the co-op's jobs. As a [JobQueue] it is the queue that is none: each job is done while the caller waits.
public final class Jobs implements JobQueue {
  static final String WELCOME_EMAIL = "send-welcome-email";
  static final String CALENDAR_EVENTS = "create-calendar-events";
  static final String NOTIFY_COORDINATORS = "notify-coordinators";
  static final String PROCESS_PAYMENT = "process-payment";

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
    switch (job.kind()) {
      case WELCOME_EMAIL -> mailer.send(job.data().getOrDefault("email", ""), "Welcome to the co-op!");
      case CALENDAR_EVENTS -> calendar.createEvents(job.data().getOrDefault("family_id", ""));
      case NOTIFY_COORDINATORS -> coordinators.enrolled(job.data().getOrDefault("family_id", ""));
      case PROCESS_PAYMENT -> payments.charge(
          job.data().getOrDefault("family_id", ""), job.data().getOrDefault("amount", ""));
      default -> throw new IllegalArgumentException("no such job: " + job.kind());
    }
  }
}
