package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tenfold.component.AppServer;
import tenfold.component.Fault;
import tenfold.component.Law;
import tenfold.component.MessageQueue;
import tenfold.component.MessageQueue.Discipline;
import tenfold.component.MessageQueue.FullQueue;
import tenfold.component.OutsideServices;
import tenfold.component.Retrying;
import tenfold.component.Truth.Wrong;
import tenfold.component.Workers;
import tenfold.component.guarding.Breaking;
import tenfold.component.guarding.CallGuards;
import tenfold.component.guarding.Limiting;
import tenfold.port.Job;
import tenfold.port.JobQueue;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.stats.Draw;
import tenfold.theory.MMc;
import tenfold.theory.Replications;
import tenfold.topology.Link;
import tenfold.topology.Topology;

/// Queue and workers: what is done, how often, and when.
final class QueueTest {
  private static final String EMAIL = "send-welcome-email";

  /// The text's 1,100 ms without a queue; 100 ms with one that takes jobs in at once, 103 ms at 1 ms each.
  @ParameterizedTest
  @CsvSource({"-1, 1100", "0, 100", "1, 103"})
  void aQueueTakesTheSlowServicesOffTheWay(double enqueueMs, double expectedMs) {
    var coop = new TestBed(enqueueMs < 0 ? withoutQueue() : queued(with(quiet(), "enqueueMs", enqueueMs)));
    var answer = coop.ask("Server", enrolment(1));
    assertEquals(200, answer.status());
    assertEquals(expectedMs, answer.tookMs(), 0.01);
    coop.advance(10_000);
    assertEquals(3, coop.served("Outside"));
    assertEquals(0, coop.assembly().truth().account().total());
  }

  /// 15 jobs a second of a third of a second each: six workers leave 196 ms of waiting, eight 19 ms (M/M/c).
  @ParameterizedTest
  @CsvSource({"6, 0.15", "8, 0.15"})
  void theWaitForAWorkerIsErlangs(int workers, double widest) {
    double serviceMs = 1_000.0 / 3;
    double expectedMs = 1_000 * new MMc(15, 3, workers).meanWait();
    var services = new OutsideServices(serviceMs, serviceMs, serviceMs, serviceMs, 0, 0, 0);
    var topology = queued(with(quiet(), "enqueueMs", 0.0), new Workers(workers, 1, 0, 10_000, 0),
        with(services, "law", Law.EXPONENTIAL));
    Replications.mustBe(expectedMs, widest, seed -> {
      var coop = new TestBed(topology, seed);
      var random = new SplittableRandom(seed);
      coop.simulation().start("jobs", () -> {
        while (true) {
          coop.simulation().hold(Draw.exponential(random, 1e9 / 15));
          coop.port("Queue", 0, JobQueue.class).enqueue(job(0));
        }
      });
      coop.advance(60_000);
      coop.place("Queue").instances().getFirst().meter().clear();
      coop.advance(1_200_000);
      return 1_000 * coop.place("Queue").result().meanQueueLength() / 15;
    });
  }

  /// The service takes 40 s and the visibility time-out is 30 s: at 30 s somebody else gets the job too, at 60 s a
  /// third one does, since the first is done only at 40 s and is then told to have nothing any more.
  @Test
  void whoIsSlowerThanTheVisibilityTimeOutLetsItBeDoneTwice() {
    var coop = new TestBed(queued(quiet(), new Workers(3, 1, 0, 10_000, 0), email(40_000)));
    enqueue(coop, 0, job(7));
    coop.advance(200_000);
    assertEquals(4, coop.assembly().truth().account().count(Wrong.JOB_DOUBLED), "given out at 0, 30, 60, 90 and 120 s");
    assertEquals(1, coop.assembly().truth().account().incidents().stream()
        .filter(incident -> incident.told().startsWith(EMAIL + " 7 done again")).map(incident -> incident.what())
        .distinct().count());
  }

  /// BullMQ's worker renews its lock as long as it works, however long that is.
  @Test
  void aLockThatIsRenewedIsNotTakenAway() {
    var coop = new TestBed(queued(with(quiet(), "discipline", Discipline.BULLMQ), new Workers(3, 1, 0, 10_000, 0),
        email(200_000)));
    enqueue(coop, 0, job(7));
    coop.advance(600_000);
    assertEquals(0, coop.assembly().truth().account().total());
    assertEquals(1, coop.served("Outside"));
  }

  /// The worker crashes while the service works on its call. The e-mail is sent, and sent again when the job comes
  /// back.
  @ParameterizedTest
  @EnumSource(Discipline.class)
  void aCrashedWorkersJobComesBackAndItsEffectIsThereTwice(Discipline discipline) {
    var coop = new TestBed(queued(with(quiet(), "discipline", discipline), new Workers(2, 1, 0, 10_000, 0),
        email(1_000)));
    enqueue(coop, 0, job(7));
    coop.simulation().schedule(500_000_000, () -> coop.suffer("Workers", 0, Fault.CRASH));
    coop.advance(20_000);
    assertEquals(1, coop.served("Outside"), "nobody knows yet that it was done");
    coop.advance(60_000);
    assertEquals(2, coop.served("Outside"));
    assertEquals(1, coop.assembly().truth().account().count(Wrong.JOB_DOUBLED));
  }

  /// A key lets the service see that it has done it already.
  @Test
  void aKeyKeepsTheEffectSingle() {
    var coop = new TestBed(queued(quiet(), new Workers(2, 1, 0, 10_000, 0), email(1_000)));
    enqueue(coop, 0, Job.about(EMAIL, "7", true, Map.of()));
    coop.simulation().schedule(500_000_000, () -> coop.suffer("Workers", 0, Fault.CRASH));
    coop.advance(80_000);
    assertEquals(2, coop.served("Outside"));
    assertEquals(0, coop.assembly().truth().account().total());
  }

  /// Five tries at 0, 1, 3, 7 and 15 s, each of 10 ms, and then it is a dead letter. BullMQ gives up at once.
  @ParameterizedTest
  @CsvSource({"SQS, 5, 15050", "BULLMQ, 1, 10"})
  void aJobThatFailsTooOftenIsGivenUp(Discipline discipline, int tries, double lastMs) {
    var coop = new TestBed(queued(with(quiet(), "discipline", discipline), new Workers(1, 1, 0, 10_000, 0),
        with(email(10), "failureShare", 1.0)));
    enqueue(coop, 0, job(7));
    coop.advance(lastMs - 1);
    assertEquals(0, coop.assembly().truth().account().count(Wrong.JOB_GIVEN_UP));
    coop.advance(10);
    assertEquals(1, coop.assembly().truth().account().count(Wrong.JOB_GIVEN_UP));
    assertEquals(tries, coop.served("Outside"));
    coop.advance(600_000);
    assertEquals(tries, coop.served("Outside"));
  }

  /// A worker that hangs loses its lock; the second time the job is given up. The looks are 30 s apart.
  @Test
  void aJobThatStallsTwiceIsGivenUp() {
    var coop = new TestBed(queued(with(quiet(), "discipline", Discipline.BULLMQ), new Workers(1, 1, 0, 1_000, 0),
        email(100_000)));
    enqueue(coop, 0, job(7));
    for (int crash = 0; crash < 3; crash++) {
      coop.advance(20_000);
      coop.suffer("Workers", 0, Fault.CRASH);
      coop.advance(40_000);
    }
    assertEquals(1, coop.assembly().truth().account().count(Wrong.JOB_GIVEN_UP));
    assertEquals(2, coop.served("Outside"), "the service has ended both calls, for nobody");
  }

  /// Nobody takes jobs; ten fit in.
  @ParameterizedTest
  @CsvSource({"REJECT, 2, 0, 10", "DROP_OLDEST, 0, 2, 10", "BLOCK, 0, 0, 10"})
  void aFullQueueRefusesDropsOrLetsWait(FullQueue whenFull, int refused, int lost, int kept) {
    var coop = new TestBed(queued(with(with(quiet(), "maxLength", 10), "whenFull", whenFull),
        new Workers(0, 1, 0, 10_000, 0), email(10)));
    var failures = new ArrayList<String>();
    for (int number = 1; number <= 12; number++) {
      int job = number;
      coop.simulation().start("producer", () -> {
        coop.simulation().hold(job * 10_000_000L);
        try {
          coop.port("Queue", 0, JobQueue.class).enqueue(job(job));
        } catch (PortFailure failure) {
          failures.add(failure.getMessage());
        }
      });
    }
    coop.advance(1_000);
    assertEquals(refused, failures.size());
    assertEquals(lost, coop.assembly().truth().account().count(Wrong.JOB_LOST));
    assertEquals(kept, coop.place("Queue").instances().getFirst().meter().waiting());
    coop.edit(queued(with(with(quiet(), "maxLength", 10), "whenFull", whenFull),
        new Workers(1, 1, 0, 10_000, 0), email(10)));
    coop.advance(10_000);
    assertEquals(12 - refused - lost, coop.served("Outside"));
  }

  @Test
  void aJobThatWaitsTooLongIsDropped() {
    var queue = with(quiet(), "retentionSeconds", 60.0);
    var coop = new TestBed(queued(queue, new Workers(0, 1, 0, 10_000, 0), email(10)));
    enqueue(coop, 0, job(7));
    coop.advance(61_000);
    coop.edit(queued(queue, new Workers(1, 1, 0, 10_000, 0), email(10)));
    coop.advance(1_000);
    assertEquals(1, coop.assembly().truth().account().count(Wrong.JOB_LOST));
    assertEquals(0, coop.served("Outside"));
  }

  /// Of 4,000 jobs each tenth is given out twice: 400 ± 4·19, beyond which a right program is once in 16,000.
  @Test
  void someJobsAreGivenOutTwice() {
    var coop = new TestBed(queued(with(quiet(), "duplicateShare", 0.1), new Workers(50, 1, 0, 10_000, 0), email(10)));
    IntStream.range(0, 4_000).forEach(i -> enqueue(coop, i, job(i)));
    coop.advance(60_000);
    assertEquals(400, coop.assembly().truth().account().count(Wrong.JOB_DOUBLED), 76);
  }

  /// Who only looks now and then finds the job at the next look: 5 s of polling, 2.5 s on the average.
  @Test
  void aWorkerThatPollsFindsTheJobLater() {
    var coop = new TestBed(queued(with(quiet(), "pollMs", 5_000.0), new Workers(1, 1, 0, 10_000, 0), email(10)));
    enqueue(coop, 2_000, job(7));
    coop.advance(4_990);
    assertEquals(0, coop.served("Outside"));
    coop.advance(30);
    assertEquals(1, coop.served("Outside"));
  }

  /// What the queue has it keeps, and nobody loses anything by its crash but time.
  @Test
  void aQueueThatCrashesKeepsItsJobs() {
    var coop = new TestBed(queued(quiet(), new Workers(1, 1, 0, 10_000, 0), email(1_000)));
    IntStream.range(0, 10).forEach(i -> enqueue(coop, 0, job(i)));
    coop.simulation().schedule(2_500_000_000L, () -> coop.suffer("Queue", 0, Fault.CRASH));
    coop.advance(2_600);
    assertEquals(500, coop.ask("Server", enrolment(1)).status(), "nobody takes its jobs in");
    coop.advance(120_000);
    assertTrue(coop.served("Outside") >= 10);
    assertEquals(0, coop.assembly().truth().account().count(Wrong.JOB_GIVEN_UP));
  }

  /// The enrolment is committed after 100 ms and the jobs take 1 ms each: a crash at 101.5 ms leaves two undone. With
  /// an outbox none is lost.
  @ParameterizedTest
  @CsvSource({"false, 2", "true, 0"})
  void aCrashBetweenCommitAndQueueLosesJobsUnlessTheyAreInTheOutbox(boolean outbox, int lost) {
    var coop = new TestBed(queued(server(outbox, false), quiet(), eight(), email(10)));
    coop.sendAt(0, "Server", enrolment(1));
    coop.simulation().schedule(101_500_000, () -> coop.suffer("Server", 0, Fault.CRASH));
    coop.advance(60_000);
    assertEquals(3 - lost, coop.served("Outside"));
  }

  /// The same request three times, each of which is carried out: one enrolment where the number of the request is
  /// looked at, three where it is not.
  @ParameterizedTest
  @CsvSource({"false, 9", "true, 3"})
  void aRequestThatComesAgainEnrolsOnceWithKeys(boolean keys, int jobs) {
    var coop = new TestBed(queued(server(false, keys), with(quiet(), "duplicateShare", 0.0), eight(), email(10)));
    for (int time = 0; time < 3; time++) {
      assertEquals(200, coop.ask("Server", enrolment(17)).status());
    }
    assertEquals(9, coop.served("Queue"), "each time the jobs are handed over");
    assertEquals(0, coop.assembly().truth().account().count(Wrong.JOB_DOUBLED),
        "three enrolments have jobs of their own, and the services know the keys of one");
  }

  /// The service takes 5 s, and the server waits for 3 s: it tells the family that it will be charged later. It has
  /// been charged by then, and is charged again, unless the service knows the key.
  @ParameterizedTest
  @CsvSource({"false, 1", "true, 0"})
  void aPaymentThatWasTooSlowIsMadeTwiceWithoutAKey(boolean keys, int twice) {
    var patient = new CallGuards(3_000, 0, false, new Retrying(), new Breaking(), new Limiting());
    var topology = queued(server(false, keys), quiet(), eight(), with(email(10), "paymentMs", 5_000.0));
    var coop = new TestBed(topology.change(topology.link("Server", "Outside").orElseThrow().with(patient)));
    var answer = coop.ask("Server", Request.with("POST", "/payment",
        Map.of("family_id", "1", "amount", "120", "request_id", "17")));
    assertEquals(202, answer.status());
    assertEquals(3_001, answer.tookMs(), 0.01);
    coop.advance(60_000);
    assertEquals(twice, coop.assembly().truth().account().count(Wrong.CHARGED_TWICE));
    assertEquals(2, coop.served("Outside"));
  }

  /// The text's breaker: five payments fail slowly, the sixth is queued at once; all six are made when the service is
  /// back.
  @Test
  void paymentsWaitInTheQueueWhileTheServiceIsAway() {
    var away = with(email(10), "outageMs", 12_000.0);
    var coop = new TestBed(queued(with(quiet(), "capMs", 20_000.0), eight(), away));
    coop.suffer("Outside", 0, Fault.CRASH);
    for (int i = 1; i <= 6; i++) {
      coop.sendAt(10 * i, "Server", Request.with("POST", "/payment",
          Map.of("family_id", "1", "amount", "120", "request_id", Integer.toString(i))));
    }
    coop.advance(60_000);
    assertTrue(coop.answers().stream().allMatch(answer -> answer.status() == 202));
    assertEquals(6, coop.served("Outside"));
    assertEquals(0, coop.assembly().truth().account().total());
  }

  /// Whoever is taken out of the stack finishes its job.
  @Test
  void aWorkerThatLeavesFinishesItsJob() {
    var coop = new TestBed(queued(quiet(), new Workers(2, 1, 0, 10_000, 30_000), email(5_000)));
    enqueue(coop, 0, job(1));
    enqueue(coop, 0, job(2));
    coop.advance(1_000);
    coop.edit(queued(quiet(), new Workers(1, 1, 0, 10_000, 30_000), email(5_000)));
    enqueue(coop, 1_000, job(3));
    coop.advance(8_000);
    assertEquals(2, coop.served("Outside"), "the third waits for the one that is left");
    coop.advance(10_000);
    assertEquals(3, coop.served("Outside"));
    assertEquals(0, coop.assembly().truth().account().total());
  }

  private static Job job(int number) {
    return Job.about(EMAIL, Integer.toString(number), false, Map.of());
  }

  private static void enqueue(TestBed coop, double atMs, Job job) {
    coop.simulation().schedule(Math.round(Math.max(0, atMs - coop.nowMs()) * 1e6), () ->
        coop.simulation().start("producer", () -> coop.port("Queue", 0, JobQueue.class).enqueue(job)));
  }

  private static Request enrolment(int number) {
    return Request.with("POST", "/enroll-family",
        Map.of("family_id", "1", "email", "a@b.org", "request_id", Integer.toString(number)));
  }

  private static Workers eight() {
    return new Workers(8, 1, 100, 10_000, 30_000);
  }

  /// A queue that gives nothing out twice for no reason.
  private static MessageQueue quiet() {
    return with(new MessageQueue(), "duplicateShare", 0.0);
  }

  private static OutsideServices email(double millis) {
    return new OutsideServices(millis, millis, millis, millis, 0, 0, 60_000);
  }

  private static AppServer server(boolean outbox, boolean keys) {
    return with(with(Parts.freeServer(), "handlers.outbox", outbox), "handlers.idempotencyKeys", keys);
  }

  private static Topology queued(MessageQueue queue) {
    return queued(queue, eight(), new OutsideServices());
  }

  private static Topology queued(MessageQueue queue, Workers workers, OutsideServices outside) {
    return queued(Parts.freeServer(), queue, workers, outside);
  }

  private static Topology queued(AppServer server, MessageQueue queue, Workers workers, OutsideServices outside) {
    return new Topology(List.of(Parts.silentFamilies(), node("Server", server), node("Primary", Parts.freePrimary()),
        node("Queue", queue), node("Workers", workers), node("Outside", outside)),
        List.of(link("Families", "Server"), link("Server", "Primary"), link("Server", "Queue"),
            link("Server", "Outside"), link("Workers", "Queue"), link("Workers", "Outside")));
  }

  private static Topology withoutQueue() {
    return queued(quiet()).minus("Queue").minus("Workers");
  }

  private static Link link(String from, String to) {
    return new Link(from, to, 0, 0);
  }
}
