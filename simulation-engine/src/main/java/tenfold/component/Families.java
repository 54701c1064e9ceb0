package tenfold.component;

import java.util.List;

/// The families who use the co-op's pages: the demand.
///
/// In the closed model each family thinks, sends a request, waits for the answer (or until its time-out) and
/// thinks again, so a slow system is asked less often. In the open model requests come as a Poisson process,
/// however slow the answers are.
///
/// @param model closed or open
/// @param population families in the co-op
/// @param thinkTimeMs mean time between an answer and the next request in the closed model, exponential
/// @param arrivalRatePerSecond pages per second in the open model, visitors per second in that of visits
/// @param timeoutMs after this long a family gives up; the system works on for nobody
/// @param keys which family's page is asked for
/// @param zipfExponent how unequal the pages are, for Zipf keys
/// @param session whether families log in first
/// @param mix which requests they send
/// @param retrying whether and how they try again after a failure
/// @param patience when they leave the site
/// @param reloadAfterSaveMs how long after a save the page is asked for again; 0 for not by itself
/// @param sharedAddressShare share of the families that come from one address, as those in the co-op's own building do
/// @param pagesPerVisit pages of one visit, in the model of visits
/// @param filesPerPage static files that a page needs besides the answer itself; they are asked for all at once when
///     that is there
/// @param strangerShare share of the pages asked for of families that do not exist, as robots and old bookmarks do
/// @param traffic how the arrival rate changes with time
/// @param growth how the number of families grows in the course of a run
/// @param trace a recorded arrival rate that takes the place of the constant one, in the order of time; empty for none
@Kind(id = "families", label = "Families", group = Kind.Group.TRAFFIC,
    icon = "users", calls = {Cdn.class, LoadBalancer.class, AppServer.class},
    summary = "The families of the co-op: they think, ask for a page, wait for it, and think again.",
    models = {
      "Closed: each family thinks for an exponential time, sends a request, waits for its answer or its "
          + "time-out, and thinks again, so a slow system is asked less often.",
      "Open: requests come as a Poisson process, however slow the answers are. Visits: visitors come as "
          + "one, look at some pages with pauses, and leave.",
      "The shares of the routes, whose page is asked for (its own, anybody’s, Zipf), logging in once or "
          + "again, a reload after each save, retries with backoff, and families who lose patience and come back "
          + "later.",
      "Pages that are asked for but do not exist, as by robots.",
      "The static files of a page, all asked for at once when its answer is there; the page is done with the last "
          + "of them.",
      "An arrival rate that swings over the day and multiplies in a rush, or one that was recorded; families who join "
          + "in the course of the run, on a straight line or by the same factor each minute.",
      "After its time-out a family waits no longer, and the system works on for nobody, unless a server stops when "
          + "it is told.",
      "What a family is told is compared with what is true: stale reads, own writes missing, unknown "
          + "sessions, doubled rows."},
    leavesOut = {
      "What a browser keeps of one page’s files for the next, and its limit of connections to one server.",
      "Several people in one family: each family is one client.",
      "A rush of families in the closed model; move the slider for that."},
    figures = {Figure.RESPONSE_TIME, Figure.OUTCOMES, Figure.PERCENTILES, Figure.WRONG_DATA})
public record Families(
    @Param(label = "Model", live = true, source = "teaching value: closed") Model model,
    @Param(label = "Families", unit = "families", min = 1, max = 10_000_000, live = true,
        source = "pattern text: 10 to 10 million") int population,
    @Param(label = "Think time", unit = "ms", max = 3_600_000, live = true, source = "calibration (d)")
        double thinkTimeMs,
    @Param(label = "Arrival rate", unit = "requests/s", min = 0.001, max = 1e6, live = true, source = "teaching value")
        double arrivalRatePerSecond,
    @Param(label = "Time-out", unit = "ms", min = 100, max = 300_000, live = true, source = "teaching value")
        double timeoutMs,
    @Param(label = "Pages asked for", live = true, source = "calibration (d)") Keys keys,
    @Param(label = "Zipf exponent", min = 0.01, max = 2.5, live = true, source = "calibration (d)")
        double zipfExponent,
    @Param(label = "Session", live = true, source = "teaching value: none") Session session,
    @Param(label = "Mix of requests") Mix mix,
    @Param(label = "Retries", mayBeAbsent = true) Retrying retrying,
    @Param(label = "Patience", mayBeAbsent = true) Patience patience,
    @Param(label = "Reload after a save", unit = "ms", max = 3_600_000, live = true, mayBeAbsent = true,
        source = "the ghost name: 100 ms; off by default") double reloadAfterSaveMs,
    @Param(label = "Behind one address", max = 1, live = true, mayBeAbsent = true, source = "teaching value: 0")
        double sharedAddressShare,
    @Param(label = "Pages of a visit", unit = "pages", min = 1, max = 10_000, live = true, mayBeAbsent = true,
        source = "teaching value: 10") int pagesPerVisit,
    @Param(label = "Files of a page", unit = "files", max = 200, live = true, mayBeAbsent = true,
        source = "none; teaching value 12: 92 % of all requests") int filesPerPage,
    @Param(label = "Pages that do not exist", max = 1, live = true, mayBeAbsent = true, source = "a fault: none")
        double strangerShare,
    @Param(label = "Traffic", mayBeAbsent = true) Traffic traffic,
    @Param(label = "Growth", mayBeAbsent = true) Growth growth,
    @Param(label = "Recorded rates", live = true, mayBeAbsent = true, source = "none") List<TracePoint> trace)
    implements ComponentSpec {

  /// How requests arise.
  public enum Model {
    /// Each family waits for its answer before it asks again.
    CLOSED("closed"),
    /// A Poisson process.
    OPEN_POISSON("openPoisson"),
    /// Visitors come as a Poisson process; each logs in, looks at some pages with pauses, and leaves.
    VISITS("visits");

    private final String id;

    Model(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// Whose page a family asks for.
  public enum Keys {
    /// Its own.
    OWN("own"),
    /// Anybody's, all equally often.
    UNIFORM("uniform"),
    /// Anybody's, a few very often.
    ZIPF("zipf");

    private final String id;

    Keys(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// Whether and when a family logs in.
  public enum Session {
    /// Never; it shows no session.
    NONE("none"),
    /// Before its first page, and never again.
    LOGIN_ONCE("loginOnce"),
    /// Before its first page, and again when nobody knows it.
    LOGIN_AGAIN("loginAgain");

    private final String id;

    Session(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// The shares of the requests, as weights: 85 and 15 mean 85 % and 15 %, and so do 17 and 3.
  ///
  /// @param readFamily one family's page
  /// @param updateFamily a new name
  /// @param createFamily a new family
  /// @param enroll an enrolment
  /// @param directory the list of all families
  /// @param report the attendance report
  /// @param login logging in once more
  /// @param payment a payment
  public record Mix(
      @Param(label = "Read a family", unit = "%", max = 100, live = true,
          source = "calibration (d): pages only; teaching mix: 85") double readFamily,
      @Param(label = "Rename a family", unit = "%", max = 100, live = true,
          source = "teaching mix: 8") double updateFamily,
      @Param(label = "Add a family", unit = "%", max = 100, live = true,
          source = "teaching mix: 2") double createFamily,
      @Param(label = "Enrol", unit = "%", max = 100, live = true, source = "teaching mix: 1.5") double enroll,
      @Param(label = "List all families", unit = "%", max = 100, live = true,
          source = "calibration (a), A2: nothing else") double directory,
      @Param(label = "Report", unit = "%", max = 100, live = true, source = "calibration (a), A3: 0.7") double report,
      @Param(label = "Log in", unit = "%", max = 100, live = true, mayBeAbsent = true,
          source = "teaching mix: 3") double login,
      @Param(label = "Pay", unit = "%", max = 100, live = true, mayBeAbsent = true, source = "student’s choice")
          double payment) {
    /// Nothing but one family's page.
    public static final Mix READ_ONLY = new Mix(100, 0, 0, 0, 0, 0);

    /// Nothing at all.
    public Mix() {
      this(0, 0, 0, 0, 0, 0);
    }

    /// Without further logins and payments.
    public Mix(double readFamily, double updateFamily, double createFamily, double enroll, double directory,
        double report) {
      this(readFamily, updateFamily, createFamily, enroll, directory, report, 0, 0);
    }

    /// Sum of the weights.
    public double total() {
      return readFamily + updateFamily + createFamily + enroll + directory + report + login + payment;
    }
  }

  /// Copies the recorded rates.
  public Families {
    trace = List.copyOf(trace);
  }

  /// A thousand families of the text's sample code (calibration d).
  public Families() {
    this(Model.CLOSED, 1_000, 2_000, 100, 10_000, Keys.ZIPF, 1.1, Session.NONE, Mix.READ_ONLY);
  }

  /// Families that never try again, never leave and never reload by themselves.
  public Families(Model model, int population, double thinkTimeMs, double arrivalRatePerSecond, double timeoutMs,
      Keys keys, double zipfExponent, Session session, Mix mix) {
    this(model, population, thinkTimeMs, arrivalRatePerSecond, timeoutMs, keys, zipfExponent, session, mix,
        new Retrying(), new Patience(), 0, 0, 10, 0, 0, new Traffic(),
        new Growth(), List.of());
  }

  /// The same families, who come as a Poisson process at recorded rates.
  public Families replaying(List<TracePoint> recorded) {
    return new Families(Model.OPEN_POISSON, population, thinkTimeMs, arrivalRatePerSecond, timeoutMs, keys,
        zipfExponent, session, mix, retrying, patience, reloadAfterSaveMs, sharedAddressShare, pagesPerVisit,
        filesPerPage, strangerShare, traffic, growth, recorded);
  }

  /// The same families in another number.
  public Families withPopulation(int families) {
    return new Families(model, families, thinkTimeMs, arrivalRatePerSecond, timeoutMs, keys, zipfExponent, session,
        mix, retrying, patience, reloadAfterSaveMs, sharedAddressShare, pagesPerVisit, filesPerPage,
        strangerShare, traffic, growth, trace);
  }

  @Override
  public Component build(Site site) {
    return new Clients(this, site);
  }
}
