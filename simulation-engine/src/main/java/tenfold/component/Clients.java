package tenfold.component;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tenfold.component.Outcomes.Outcome;
import tenfold.kernel.Event;
import tenfold.kernel.Simulation;
import tenfold.port.ConnectionRefused;
import tenfold.port.Http;
import tenfold.port.NoAnswer;
import tenfold.port.Request;
import tenfold.port.Response;
import tenfold.port.PortFailure;
import tenfold.stats.Draw;

/// [Families] at work. Everything but a request on its way is plain events, so that ten million families who think
/// cost one number each.
final class Clients implements Component {
  private final Site site;
  private final Simulation simulation;
  private final Peers<Http> entry;
  private final ThinkingFamilies thinking;
  private final RequestSource requests;
  private final BitSet loggedIn = new BitSet();
  private final BitSet away = new BitSet();
  private Families spec;
  private int population;
  private boolean gone;
  private @Nullable Event nextArrival;

  Clients(Families spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.entry = site.peers(Http.class);
    this.thinking = new ThinkingFamilies(simulation, site.random("think"), this::goAndAsk);
    this.requests = new RequestSource(site);
    begin();
  }

  @Override
  public void update(ComponentSpec changed) {
    spec = (Families) changed;
    begin();
  }

  @Override
  public void leave() {
    gone = true;
    thinking.clear();
    stopArrivals();
  }

  private void begin() {
    requests.use(spec);
    thinking.meanNanos(spec.thinkTimeMs() * Nanos.PER_MILLI);
    stopArrivals();
    if (spec.model() == Families.Model.CLOSED) {
      resize(spec.population());
    } else {
      resize(0);
      scheduleArrival();
    }
  }

  /// Families beyond the new number leave: those who think at once, the others after their answer. Who is still
  /// away with a request when the number grows again comes back with the answer.
  private void resize(int families) {
    if (families > population) {
      thinking.addRange(population + 1, families, away);
    } else if (families < population) {
      thinking.removeAbove(families);
    }
    population = families;
  }

  private void scheduleArrival() {
    long delay = Draw.exponential(site.random("arrivals"), 1e9 / spec.arrivalRatePerSecond());
    nextArrival = simulation.schedule(delay, () -> {
      ask(1 + site.random("who").nextInt(spec.population()), false);
      scheduleArrival();
    });
  }

  private void stopArrivals() {
    if (nextArrival != null) {
      nextArrival.cancel();
      nextArrival = null;
    }
  }

  private void goAndAsk(int family) {
    away.set(family);
    ask(family, true);
  }

  private void ask(int family, boolean ofPopulation) {
    var attempt = new Attempt(family, ofPopulation, simulation.nowNanos());
    site.outcomes().begin();
    var request = nextRequest(family);
    var timeout = simulation.schedule(Nanos.ofMillis(spec.timeoutMs()), () -> giveUp(attempt));
    simulation.start("request", () -> send(attempt, request, timeout)).context(attempt);
  }

  private Request nextRequest(int family) {
    if (spec.session() == Families.Session.NONE) {
      return requests.next(family);
    }
    return loggedIn.get(family)
        ? requests.next(family).withSession(RequestSource.sessionOf(family))
        : RequestSource.login(family);
  }

  private void send(Attempt attempt, Request request, Event timeout) {
    try {
      var response = firstEntry().send(request);
      if (!attempt.isSettled()) {
        timeout.cancel();
        answered(attempt, response);
      }
    } catch (NoAnswer silence) {
      // The family does not know; it waits until its time-out.
    } catch (PortFailure failure) {
      if (!attempt.isSettled()) {
        timeout.cancel();
        settle(attempt, Outcome.REFUSED);
      }
    }
  }

  private Http firstEntry() {
    var entries = entry.current();
    if (entries.isEmpty()) {
      throw new ConnectionRefused("nobody");
    }
    return entries.getFirst();
  }

  private void answered(Attempt attempt, Response response) {
    if (response.newSession().isPresent()) {
      loggedIn.set(attempt.family());
    } else if (response.status() == 401 && spec.session() == Families.Session.LOGIN_AGAIN) {
      loggedIn.clear(attempt.family());
    }
    settle(attempt, response.isSuccess() || response.status() == 404 ? Outcome.GOOD : Outcome.ERROR_ANSWER);
  }

  private void giveUp(Attempt attempt) {
    attempt.abandon();
    settle(attempt, Outcome.TIMED_OUT);
  }

  private void settle(Attempt attempt, Outcome outcome) {
    attempt.settle();
    long responseNanos = simulation.nowNanos() - attempt.startNanos();
    simulation.record(responseNanos * 31 + attempt.family() * 4L + outcome.ordinal());
    site.outcomes().settle(outcome, responseNanos);
    if (outcome == Outcome.GOOD || outcome == Outcome.ERROR_ANSWER) {
      site.meter().served(attempt.startNanos());
    }
    if (attempt.isOfPopulation()) {
      comeBack(attempt.family());
    }
  }

  private void comeBack(int family) {
    away.clear(family);
    if (!gone && family <= population) {
      thinking.add(family);
    }
  }
}
