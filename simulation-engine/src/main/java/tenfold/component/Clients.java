package tenfold.component;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tenfold.component.Families.Session;
import tenfold.component.Outcomes.Outcome;
import tenfold.coop.Route;
import tenfold.kernel.Event;
import tenfold.kernel.Simulation;
import tenfold.port.ConnectionRefused;
import tenfold.port.Http;
import tenfold.port.NoAnswer;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.Response;
import tenfold.stats.Draw;

/// [Families] at work. Everything but a request on its way is plain events, so that ten million families who think
/// cost one number each.
///
/// Left out: static files of a page, cancelling the server's work when the client leaves.
final class Clients implements Component {
  private final Site site;
  private final Simulation simulation;
  private final Peers<Http> entry;
  private final ThinkingFamilies thinking;
  private final RequestSource requests;
  private final CookieJar cookies = new CookieJar();
  private final BitSet away = new BitSet();
  private Families spec;
  private int population;
  private int visitors;
  private long operations;
  private boolean gone;
  private @Nullable Event nextArrival;

  /// What a client wants, over all its tries.
  private record Wish(int family, Request request, long number, boolean isReload, int tried, double waitedMs,
      int pagesLeft) {

    /// The same once more.
    Wish again(double waitMs) {
      return new Wish(family, request, number, isReload, tried + 1, waitMs, pagesLeft);
    }
  }

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
      arrive();
      scheduleArrival();
    });
  }

  private void stopArrivals() {
    if (nextArrival != null) {
      nextArrival.cancel();
      nextArrival = null;
    }
  }

  private void arrive() {
    if (spec.model() == Families.Model.VISITS) {
      int family = 1 + visitors++ % spec.population();
      cookies.forgetSession(family);
      ask(family, spec.session() == Session.NONE ? spec.pagesPerVisit() - 1 : spec.pagesPerVisit());
    } else {
      ask(1 + site.random("who").nextInt(spec.population()), 0);
    }
  }

  private void goAndAsk(int family) {
    away.set(family);
    ask(family, 0);
  }

  /// @param pagesLeft pages of this visit after this one
  private void ask(int family, int pagesLeft) {
    boolean mustLogIn = spec.session() != Session.NONE && !cookies.hasSession(family);
    var request = mustLogIn ? RequestSource.login(family) : requests.next(family);
    attempt(new Wish(family, request, ++operations, false, 0, spec.retrying().baseMs(), pagesLeft));
  }

  private void attempt(Wish wish) {
    boolean isOfPopulation = spec.model() == Families.Model.CLOSED && !wish.isReload;
    var attempt = new Attempt(wish.family, isOfPopulation, wish.number, simulation.nowNanos());
    site.outcomes().begin();
    var request = cookies.on(wish.request, wish.family).from(Addresses.of(wish.family, spec.sharedAddressShare()));
    var timeout = simulation.schedule(Nanos.ofMillis(spec.timeoutMs()), () -> giveUp(attempt, wish));
    simulation.start("request", () -> send(attempt, wish, request, timeout)).context(attempt);
  }

  private void send(Attempt attempt, Wish wish, Request request, Event timeout) {
    try {
      var response = firstEntry().send(request);
      if (!attempt.isSettled()) {
        timeout.cancel();
        answered(attempt, wish, response);
      }
    } catch (NoAnswer silence) {
      // The family does not know; it waits until its time-out.
    } catch (PortFailure failure) {
      if (!attempt.isSettled()) {
        timeout.cancel();
        settle(attempt, wish, Outcome.REFUSED);
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

  private void answered(Attempt attempt, Wish wish, Response response) {
    cookies.keep(wish.family, response);
    if (response.status() == 401) {
      site.truth().sessionUnknown(wish.family);
      if (spec.session() == Session.LOGIN_AGAIN) {
        cookies.forgetSession(wish.family);
      }
    }
    if (response.status() == 200) {
      compareWithTruth(attempt, wish, response);
    }
    settle(attempt, wish,
        response.isSuccess() || response.status() == 404 ? Outcome.GOOD : Outcome.ERROR_ANSWER);
  }

  private void compareWithTruth(Attempt attempt, Wish wish, Response response) {
    var route = Route.of(wish.request);
    if (route.filter(Route.GET_FAMILY::equals).isPresent()) {
      site.truth().read(wish.family, row(wish.request), response.body(), attempt.startNanos(), wish.isReload,
          response.isFromCache());
    } else if (route.filter(Route.UPDATE_FAMILY::equals).isPresent()) {
      site.truth().acknowledged(wish.family, row(wish.request), wish.number);
      if (spec.reloadAfterSaveMs() > 0) {
        simulation.schedule(Nanos.ofMillis(spec.reloadAfterSaveMs()), () -> reload(wish));
      }
    }
  }

  /// The browser shows the saved page anew, whatever the family does meanwhile.
  private void reload(Wish saved) {
    if (!gone) {
      attempt(new Wish(saved.family, RequestSource.reload(saved.request), ++operations, true, 0, 0, 0));
    }
  }

  private static long row(Request request) {
    return Long.parseLong(request.path(), request.path().lastIndexOf('/') + 1, request.path().length(), 10);
  }

  private void giveUp(Attempt attempt, Wish wish) {
    attempt.abandon();
    settle(attempt, wish, Outcome.TIMED_OUT);
  }

  private void settle(Attempt attempt, Wish wish, Outcome outcome) {
    attempt.settle();
    long responseNanos = simulation.nowNanos() - attempt.startNanos();
    simulation.record(responseNanos * 31 + attempt.family() * 4L + outcome.ordinal());
    site.outcomes().settle(outcome, responseNanos);
    if (outcome == Outcome.GOOD || outcome == Outcome.ERROR_ANSWER) {
      site.meter().served(attempt.startNanos());
    }
    if (outcome != Outcome.GOOD && mayTryAgain(wish)) {
      double waitMs = spec.retrying().backoff()
          .drawMs(site.random("backoff"), spec.retrying(), wish.tried, wish.waitedMs);
      simulation.schedule(Nanos.ofMillis(waitMs), () -> attempt(wish.again(waitMs)));
    } else {
      goOn(attempt, wish, responseNanos);
    }
  }

  private boolean mayTryAgain(Wish wish) {
    return !gone && wish.tried < spec.retrying().retries()
        && (spec.retrying().posts() || !wish.request.method().equals("POST"));
  }

  private void goOn(Attempt attempt, Wish wish, long responseNanos) {
    if (attempt.isOfPopulation()) {
      if (losesPatience(responseNanos)) {
        long awayNanos = Draw.exponential(site.random("away"), spec.patience().awayMs() * Nanos.PER_MILLI);
        simulation.schedule(awayNanos, () -> comeBack(wish.family));
      } else {
        comeBack(wish.family);
      }
    } else if (wish.pagesLeft > 0 && !gone) {
      long thinkNanos = Draw.exponential(site.random("think"), spec.thinkTimeMs() * Nanos.PER_MILLI);
      simulation.schedule(thinkNanos, () -> ask(wish.family, wish.pagesLeft - 1));
    }
  }

  private boolean losesPatience(long responseNanos) {
    var patience = spec.patience();
    return patience.medianMs() > 0 && responseNanos
        > patience.medianMs() * Nanos.PER_MILLI * Draw.lognormal(site.random("patience"), patience.sigma());
  }

  private void comeBack(int family) {
    away.clear(family);
    if (!gone && family <= population) {
      thinking.add(family);
    }
  }
}
