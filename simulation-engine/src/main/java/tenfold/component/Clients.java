package tenfold.component;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import tenfold.component.Families.Session;
import tenfold.component.Outcomes.Outcome;
import tenfold.coop.Release;
import tenfold.coop.Route;
import tenfold.kernel.Event;
import tenfold.kernel.Simulation;
import tenfold.port.CallTimeout;
import tenfold.port.ConnectionRefused;
import tenfold.port.Http;
import tenfold.port.Lost;
import tenfold.port.NoAnswer;
import tenfold.port.PortFailure;
import tenfold.port.Request;
import tenfold.port.Response;
import tenfold.resilience.RetryBudget;
import tenfold.stats.Draw;

/// [Families] at work. Everything but a request on its way is plain events, so that ten million families who think
/// cost one number each.
///
/// Left out: what a browser keeps of a page's files for the next one, its limit of connections to one server.
final class Clients implements Component {
  /// Families who join in less than this join together.
  private static final long JOINING_NANOS = 10_000_000;

  private final Site site;
  private final Simulation simulation;
  private final Peers<Http> entry;
  private final ThinkingFamilies thinking;
  private final Arrivals arrivals;
  private final RequestSource requests;
  private final CookieJar cookies = new CookieJar();
  private final BitSet away = new BitSet();
  private Families spec;
  private int population;
  private int visitors;
  private boolean gone;
  private @Nullable Event nextJoining;
  /// Of all clients of the node together.
  private @Nullable RetryBudget budget;

  /// What is asked for: the page itself, a look at what was just saved, or a file that the page needs.
  private enum Purpose { PAGE, RELOAD, FILE }

  /// What a client wants, over all its tries.
  private record Wish(Page page, Request request, long number, Purpose purpose, int tried, double waitedMs) {
    int family() {
      return page.family;
    }

    /// The same once more.
    Wish again(double waitMs) {
      return new Wish(page, request, number, purpose, tried + 1, waitMs);
    }
  }

  /// A page that a family waits for: its answer, and then its files.
  private static final class Page {
    private final int family;
    private final boolean isOfPopulation;
    private final int pagesLeft;
    private long beganNanos;
    private int missing = 1;
    private String release = "";

    /// @param isOfPopulation whether the family thinks again afterwards
    /// @param pagesLeft pages of this visit after this one
    Page(int family, boolean isOfPopulation, int pagesLeft) {
      this.family = family;
      this.isOfPopulation = isOfPopulation;
      this.pagesLeft = pagesLeft;
    }
  }

  Clients(Families spec, Site site) {
    this.spec = spec;
    this.site = site;
    this.simulation = site.simulation();
    this.entry = site.peers(Http.class);
    this.thinking = new ThinkingFamilies(simulation, site.random("think"), this::goAndAsk);
    this.arrivals = new Arrivals(site, this::arrive);
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
    arrivals.stop();
    stopGrowing();
  }

  private void begin() {
    budget = spec.retrying().budget() > 0 ? new RetryBudget(spec.retrying().budget()) : null;
    requests.use(spec);
    thinking.meanNanos(spec.thinkTimeMs() * Nanos.PER_MILLI);
    arrivals.stop();
    stopGrowing();
    if (spec.model() == Families.Model.CLOSED) {
      grow();
    } else {
      resize(0);
      arrivals.begin(spec);
    }
  }

  /// Whoever has joined by now is there; when the next ones join it is done again.
  private void grow() {
    double seconds = simulation.nowNanos() / 1e9;
    resize(spec.growth().familiesAt(seconds, spec.population()));
    double nextSeconds = spec.growth().secondsOf(population + 1, spec.population());
    nextJoining = Double.isInfinite(nextSeconds) ? null
        : simulation.schedule(Math.max(JOINING_NANOS, Math.round((nextSeconds - seconds) * 1e9)), this::grow);
  }

  private void stopGrowing() {
    if (nextJoining != null) {
      nextJoining.cancel();
      nextJoining = null;
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

  private void ask(int family, int pagesLeft) {
    boolean mustLogIn = spec.session() != Session.NONE && !cookies.hasSession(family);
    long number = site.truth().nextOperation();
    var request = mustLogIn ? RequestSource.login(family) : requests.next(family, number);
    var page = new Page(family, spec.model() == Families.Model.CLOSED, pagesLeft);
    attempt(new Wish(page, request, number, Purpose.PAGE, 0, spec.retrying().baseMs()));
  }

  private void attempt(Wish wish) {
    int family = wish.family();
    var attempt = new Attempt(site.outcomes().begin(), family, wish.number, simulation.nowNanos());
    if (wish.purpose != Purpose.FILE) {
      wish.page.beganNanos = simulation.nowNanos();
    }
    if (budget != null && wish.tried == 0) {
      budget.called();
    }
    var request = cookies.on(wish.request, family, simulation.nowNanos())
        .from(Addresses.of(family, spec.sharedAddressShare()));
    var timeout = simulation.schedule(Nanos.ofMillis(spec.timeoutMs()), () -> giveUp(attempt, wish));
    var process = simulation.start("request", () -> send(attempt, wish, request, timeout));
    process.context(attempt);
    site.begins(process, attempt, request);
  }

  private void send(Attempt attempt, Wish wish, Request request, Event timeout) {
    try {
      var response = firstEntry().send(request);
      if (!attempt.isSettled()) {
        timeout.cancel();
        answered(attempt, wish, response);
      }
    } catch (NoAnswer | Lost silence) {
      // The family does not know; it waits until its time-out.
    } catch (CallTimeout impatience) {
      if (!attempt.isSettled()) {
        timeout.cancel();
        giveUp(attempt, wish);
      }
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
    cookies.keep(wish.family(), response, simulation.nowNanos());
    if (wish.purpose != Purpose.FILE) {
      wish.page.release = response.header(Release.NAMED_IN_PAGE).orElse("");
    }
    if (response.status() == 401) {
      site.truth().sessionUnknown(wish.family());
      if (spec.session() == Session.LOGIN_AGAIN) {
        cookies.forgetSession(wish.family());
      }
    }
    if (response.status() == 200) {
      compareWithTruth(attempt, wish, response);
    }
    settle(attempt, wish,
        response.isSuccess() || response.status() == 404 ? Outcome.GOOD : Outcome.ERROR_ANSWER);
  }

  private void compareWithTruth(Attempt attempt, Wish wish, Response response) {
    if (wish.purpose == Purpose.FILE) {
      if (Release.isBroken(response)) {
        site.truth().brokenFile(wish.family(), response.body(), response.isFromCache());
      }
      return;
    }
    var route = Route.of(wish.request);
    if (route.filter(Route.GET_FAMILY::equals).isPresent()) {
      site.truth().read(wish.family(), row(wish.request), response.body(), attempt.startNanos(),
          wish.purpose == Purpose.RELOAD, response.isFromCache());
    } else if (route.filter(Route.UPDATE_FAMILY::equals).isPresent()) {
      site.truth().acknowledged(wish.family(), row(wish.request), wish.number);
      if (spec.reloadAfterSaveMs() > 0) {
        simulation.schedule(Nanos.ofMillis(spec.reloadAfterSaveMs()), () -> reload(wish));
      }
    }
  }

  /// The browser shows the saved page anew, whatever the family does meanwhile.
  private void reload(Wish saved) {
    if (!gone) {
      var page = new Page(saved.family(), false, 0);
      attempt(new Wish(page, RequestSource.reload(saved.request), site.truth().nextOperation(), Purpose.RELOAD, 0, 0));
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
    attempt.settle(outcome);
    long responseNanos = simulation.nowNanos() - attempt.startNanos();
    simulation.record(responseNanos * 31 + attempt.family() * 4L + outcome.ordinal());
    site.outcomes().settle(outcome, attempt.number(), responseNanos, simulation.nowNanos());
    if (outcome == Outcome.GOOD || outcome == Outcome.ERROR_ANSWER) {
      site.meter().served(attempt.startNanos());
    }
    if (outcome != Outcome.GOOD && mayTryAgain(wish)) {
      double waitMs = spec.retrying().backoff()
          .drawMs(site.random("backoff"), spec.retrying(), wish.tried, wish.waitedMs);
      simulation.schedule(Nanos.ofMillis(waitMs), () -> tryAgain(wish.again(waitMs)));
    } else {
      end(wish, outcome);
    }
  }

  private void tryAgain(Wish wish) {
    if (!gone) {
      attempt(wish);
    }
  }

  private boolean mayTryAgain(Wish wish) {
    return !gone && wish.tried < spec.retrying().retries()
        && (spec.retrying().posts() || !wish.request.method().equals("POST"))
        && (budget == null || budget.retry());
  }

  /// When the answer of a page is there, its files are asked for; when all are there, or have failed, the page is done.
  private void end(Wish wish, Outcome outcome) {
    var page = wish.page;
    if (outcome == Outcome.GOOD && wish.purpose != Purpose.FILE && wish.request.method().equals("GET")) {
      page.missing += spec.filesPerPage();
      for (int file = 1; file <= spec.filesPerPage(); file++) {
        var request = RequestSource.file(file, page.release);
        attempt(new Wish(page, request, site.truth().nextOperation(), Purpose.FILE, 0, spec.retrying().baseMs()));
      }
    }
    if (--page.missing == 0) {
      goOn(page);
    }
  }

  private void goOn(Page page) {
    if (page.isOfPopulation) {
      if (losesPatience(simulation.nowNanos() - page.beganNanos)) {
        long awayNanos = Draw.exponential(site.random("away"), spec.patience().awayMs() * Nanos.PER_MILLI);
        simulation.schedule(awayNanos, () -> comeBack(page.family));
      } else {
        comeBack(page.family);
      }
    } else if (page.pagesLeft > 0 && !gone) {
      long thinkNanos = Draw.exponential(site.random("think"), spec.thinkTimeMs() * Nanos.PER_MILLI);
      simulation.schedule(thinkNanos, () -> ask(page.family, page.pagesLeft - 1));
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
