package tenfold.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static tenfold.run.Parts.node;
import static tenfold.run.Parts.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tenfold.component.AppServer;
import tenfold.component.Attempts;
import tenfold.component.DatabasePrimary.Replication;
import tenfold.component.Fault;
import tenfold.component.ReadModel;
import tenfold.component.ReadModel.WhileRebuilding;
import tenfold.component.ReadRouting;
import tenfold.coop.Family;
import tenfold.coop.Statements;
import tenfold.port.DatabaseServer;
import tenfold.port.Http;
import tenfold.port.ReplicaServer;
import tenfold.port.Request;
import tenfold.port.ServiceError;
import tenfold.stats.Draw;
import tenfold.theory.Replications;
import tenfold.topology.Link;
import tenfold.topology.Topology;

/// Rows put together for reading, a moment after the primary's.
class ReadModelTest {
  private static final String PAGE = "/api/family/7";

  /// 200 ms of lag and 0.5 ms of the projector after the commit; a query takes 0.1 ms.
  @Test
  void aChangeIsSeenAfterLagAndProjection() {
    var coop = new TestBed(system(new ReadModel(), Parts.freeServer()));
    coop.sendAt(0, "Server", TestBed.renaming(7, "New"));
    coop.sendAt(200.3, "Server", Request.get(PAGE));
    coop.sendAt(200.6, "Server", Request.get(PAGE));
    coop.advance(300);
    assertTrue(coop.answers().get(1).body().contains("Family 7"));
    assertTrue(coop.answers().get(2).body().contains("New"));
  }

  /// Any query costs 0.1 ms here, whatever it costs the primary.
  @Test
  void queriesCostWhatTheReadModelSays() {
    var coop = new TestBed(system(new ReadModel(), Parts.freeServer()));
    coop.get("Server", PAGE);
    assertEquals(0.1, coop.get("Server", PAGE).tookMs(), 1e-6);
    assertEquals(0.1, coop.get("Server", "/api/report").tookMs(), 1e-6);
    assertEquals(0, coop.served("Primary"));
  }

  /// One projector that takes 0.5 ms an event, 1,600 events a second: M/D/1, so an event waits ρ/(2(1 − ρ)) times that
  /// before it. False-alarm rate: 0.5 % (see [Replications]).
  @Test
  void theProjectorIsOneQueue() {
    double load = 1_600 * 0.0005;
    Replications.mustBe(0.5 * (1 + load / (2 * (1 - load))), 0.03, seed -> {
      var coop = new TestBed(system(with(new ReadModel(), "lagMs", 0.0), Parts.freeServer()), seed);
      var random = coop.simulation().random("test");
      coop.simulation().start("writer", () -> {
        var primary = port(coop, "Primary");
        for (int i = 0; i < 40_000; i++) {
          coop.simulation().hold(Draw.exponential(random, 1e9 / 1_600));
          primary.query(Statements.RENAME_FAMILY, "Name " + i, 1L + i % 100);
        }
      });
      coop.advance(60_000);
      return coop.place("Model").instances().getFirst().meter().lagNanos().mean() / 1e6;
    });
  }

  /// A client that has written is told of it by a cookie; its read waits until the change is there, or asks the primary
  /// when that takes too long.
  @Test
  void aReadWaitsForTheVersionThatItsClientWrote() {
    var server = with(Parts.freeServer(), "reads.choice", ReadRouting.Choice.VERSION_WAIT);
    var coop = new TestBed(system(new ReadModel(), server));
    assertEquals("New@200.6", new Clientele(coop).renameAndRead(7, "New"));
    var impatient = new TestBed(system(new ReadModel(), with(server, "reads.versionWaitMs", 50.0)));
    assertEquals("New@50", new Clientele(impatient).renameAndRead(7, "New"));
    assertEquals(2, impatient.served("Primary"), "a change and a read");
  }

  @Test
  void aReadModelIsNoStandby() {
    var waiting = with(Parts.freePrimary(), "replication", Replication.SEMI_SYNCHRONOUS);
    var design = system(new ReadModel(), Parts.freeServer()).change("Primary", old -> old.with(waiting));
    var coop = new TestBed(design);
    assertTrue(coop.rename("Server", 7, "New").tookMs() < 1, "nobody waits for its receipt");
    coop.suffer("Primary", 0, Fault.CRASH);
    coop.advance(40_000);
    assertEquals(500, coop.rename("Server", 7, "Newer").status(), "nobody is promoted");
  }

  /// 500 events at 5,000 a second: a tenth of a second, in which queries get the old rows.
  @Test
  void duringARebuildQueriesGetTheOldRowsOrAreRefused() {
    for (var rule : WhileRebuilding.values()) {
      var coop = new TestBed(system(with(new ReadModel(), "whileRebuilding", rule), Parts.freeServer()));
      rename(coop, 500);
      coop.suffer("Model", 0, Fault.FLUSH);
      double start = coop.nowMs();
      coop.sendAt(start + 0.1, "Server", TestBed.renaming(7, "Late"));
      coop.sendAt(start + 50, "Server", Request.get(PAGE));
      coop.sendAt(start + 99, "Server", Request.get(PAGE));
      coop.sendAt(start + 500, "Server", Request.get(PAGE));
      coop.advance(1_000);
      var answers = coop.answers();
      int during = rule == WhileRebuilding.OLD_ROWS ? 200 : 500;
      assertEquals(List.of(200, during, during, 200), answers.stream().map(TestBed.Answer::status).toList());
      assertTrue(answers.getLast().body().contains("Late"));
    }
  }

  @Test
  void afterACrashQueriesAreRefusedUntilTheRowsAreThere() {
    var coop = new TestBed(system(new ReadModel(), Parts.freeServer()));
    rename(coop, 500);
    coop.suffer("Model", 0, Fault.CRASH);
    coop.advance(10_050);
    assertEquals(500, coop.get("Server", PAGE).status());
    coop.advance(100);
    assertEquals(200, coop.get("Server", PAGE).status());
  }

  /// Whatever is read again, and whenever: the rows are the primary's in the end. Fifty seeds, each with its own
  /// crashes, rebuilds and snapshots.
  @Test
  void afterRebuildsTheRowsAreThePrimarys() {
    for (long seed = 1; seed <= 50; seed++) {
      rebuildAtRandom(seed);
    }
  }

  private static void rebuildAtRandom(long seed) {
    var model = with(with(with(new ReadModel(), "rebuildPerSecond", 100.0), "keptEvents", 20 * (int) (seed % 5)),
        "recoveryMs", 300.0);
    var coop = new TestBed(system(model, Parts.freeServer()), seed);
    var random = coop.simulation().random("test");
    coop.simulation().start("writer", () -> {
      var primary = port(coop, "Primary");
      for (int i = 0; i < 300; i++) {
        coop.simulation().hold(random.nextInt(20_000_000));
        if (random.nextInt(5) == 0) {
          primary.query(Statements.INSERT_FAMILY, "Added " + i, "");
        } else {
          primary.query(Statements.RENAME_FAMILY, "Name " + i, 1L + random.nextInt(100));
        }
      }
    });
    for (int fault = 0; fault < 5; fault++) {
      coop.advance(random.nextInt(1_000));
      coop.suffer("Model", 0, random.nextBoolean() ? Fault.CRASH : Fault.FLUSH);
    }
    coop.advance(30_000);
    var primary = rows(coop, port(coop, "Primary"));
    assertTrue(primary.size() > 130);
    assertEquals(primary, rows(coop, coop.port("Model", 0, ReplicaServer.class).connect(0)), "seed " + seed);
  }

  @Test
  void itTakesNoCommands() {
    var coop = new TestBed(system(new ReadModel(), Parts.freeServer()));
    var model = coop.port("Model", 0, ReplicaServer.class).connect(0);
    coop.simulation().start("test", () ->
        assertThrows(ServiceError.class, () -> model.query(Statements.ENROL, 1L)));
    coop.advance(10);
  }

  /// Somebody who renames a family and reads it again at once, with the cookie that the answer gave.
  private record Clientele(TestBed coop) {
    String renameAndRead(long family, String name) {
      var server = coop.port("Server", 0, Http.class);
      var told = new ArrayList<String>();
      coop.simulation().start("client", () -> {
        coop.simulation().process().context(Attempts.of(1));
        var renamed = server.send(TestBed.renaming(family, name));
        coop.simulation().process().context(Attempts.of(1));
        double start = coop.nowMs();
        var read = Request.get("/api/family/" + family);
        for (var cookie : renamed.cookies().entrySet()) {
          read = read.withCookie(cookie.getKey(), cookie.getValue());
        }
        var body = server.send(read).body();
        told.add((body.contains(name) ? name : body) + "@" + Math.round((coop.nowMs() - start) * 10) / 10.0);
      });
      coop.advance(5_000);
      return told.getFirst().replaceAll("\\.0$", "");
    }
  }

  private static void rename(TestBed coop, int times) {
    coop.simulation().start("writer", () -> {
      var primary = port(coop, "Primary");
      for (int i = 0; i < times; i++) {
        primary.query(Statements.RENAME_FAMILY, "Name " + i, 1L + i % 100);
      }
    });
    coop.advance(1_000);
  }

  private static List<Optional<Family>> rows(TestBed coop, DatabaseServer.Connection connection) {
    var rows = new ArrayList<Optional<Family>>();
    coop.simulation().start("test", () -> LongStream.of(connection.query(Statements.ALL_IDS))
        .forEach(id -> rows.add(connection.query(Statements.FAMILY_BY_ID, id))));
    coop.advance(1_000);
    return rows;
  }

  private static DatabaseServer.Connection port(TestBed coop, String node) {
    return coop.port(node, 0, DatabaseServer.class).connect(0);
  }

  private static Topology system(ReadModel model, AppServer server) {
    return new Topology(
        List.of(Parts.silentFamilies(), node("Server", server), node("Primary", Parts.freePrimary()),
            node("Model", model)),
        List.of(new Link("Server", "Primary", 0, 0), new Link("Server", "Model", 0, 0),
            new Link("Primary", "Model", 0, 0)));
  }
}
