package tenfold.component;

/// Services that others run: e-mail, calendar, the coordinators' messages, and payments.
///
/// @param emailMs mean time to send an e-mail
/// @param calendarMs mean time to create a family's calendar events
/// @param coordinatorsMs mean time to tell the coordinators
/// @param paymentMs mean time to charge a family
/// @param failureShare share of the calls that end with an error, after their time
/// @param limit calls at once, of all together; one more fails at once (429); 0 for any number
/// @param outageMs how long they refuse all calls after a crash or a restart
/// @param law how their times vary
/// @param hangShare share of the calls that never end
/// @param slowShare share of the calls that take [#slowFactor] times as long
/// @param slowFactor how many times as long a slow call takes
/// @param ratePerSecond calls a second that they take, of all together; one more fails at once (429); 0 for any number
/// @param troubled which of them fail, hang and are slow
@Kind(id = "outside", label = "Outside", group = Kind.Group.LATER,
    icon = "globe",
    summary = "E-mail, calendar, coordinators and payment: slow services of others.",
    models = {
      "E-mail, calendar, coordinators and payment as four calls that each take their time, constant or varying, "
          + "however many there are at once, or up to a limit of calls at once or a second.",
      "Calls that fail, hang or are slow, now and then or all for a while, at all four or at one of them.",
      "What a call has done is done, whether its caller still waits or not. Who gives the same key again gets the "
          + "answer and has no second effect.",
      "That a server waits for all three in turn while it enrols a family, unless it has a queue."},
    leavesOut = {
      "That many e-mail services know no keys.",
      "Payments that are declined."},
    faults = {Fault.CRASH, Fault.HANG, Fault.RESTART, Fault.SLOW},
    figures = {Figure.RESPONSE_TIME, Figure.WRONG_DATA})
public record OutsideServices(
    @Param(label = "E-mail", unit = "ms", max = 60_000, live = true, source = "pattern text: 500 ms") double emailMs,
    @Param(label = "Calendar", unit = "ms", max = 60_000, live = true, source = "pattern text: 300 ms")
        double calendarMs,
    @Param(label = "Coordinators", unit = "ms", max = 60_000, live = true, source = "pattern text: 200 ms")
        double coordinatorsMs,
    @Param(label = "Payment", unit = "ms", max = 60_000, live = true, mayBeAbsent = true, source = "teaching value")
        double paymentMs,
    @Param(label = "Calls that fail", max = 1, live = true, mayBeAbsent = true, source = "a fault: none")
        double failureShare,
    @Param(label = "Most calls at once", max = 10_000, live = true, mayBeAbsent = true,
        source = "teaching value: no limit") int limit,
    @Param(label = "Outage", unit = "ms", max = 3_600_000, live = true, mayBeAbsent = true, source = "teaching value")
        double outageMs,
    @Param(label = "Times vary", live = true, mayBeAbsent = true, source = "pattern text: constant") Law law,
    @Param(label = "Calls that hang", max = 1, live = true, mayBeAbsent = true, source = "a fault: none")
        double hangShare,
    @Param(label = "Calls that are slow", max = 1, live = true, mayBeAbsent = true, source = "a fault: none")
        double slowShare,
    @Param(label = "Slow means", unit = "×", min = 1, max = 1_000, live = true, mayBeAbsent = true,
        source = "teaching value") double slowFactor,
    @Param(label = "Most calls a second", unit = "calls/s", max = 1e6, live = true, mayBeAbsent = true,
        source = "teaching value: no limit") double ratePerSecond,
    @Param(label = "Who is in trouble", live = true, mayBeAbsent = true, source = "teaching value: all")
        Troubled troubled)
    implements ComponentSpec {

  /// Which of the services fail, hang and are slow.
  public enum Troubled {
    /// All of them.
    ALL("all"),
    /// E-mail.
    EMAIL("email"),
    /// The calendar.
    CALENDAR("calendar"),
    /// The coordinators' messages.
    COORDINATORS("coordinators"),
    /// Payments.
    PAYMENT("payment");

    private final String id;

    Troubled(String id) {
      this.id = id;
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /// The text's times, and no trouble.
  public OutsideServices() {
    this(500, 300, 200, 300, 0, 0, 60_000);
  }

  /// Constant times; calls may fail.
  public OutsideServices(double emailMs, double calendarMs, double coordinatorsMs, double paymentMs,
      double failureShare, int limit, double outageMs) {
    this(emailMs, calendarMs, coordinatorsMs, paymentMs, failureShare, limit, outageMs, Law.CONSTANT, 0, 0, 10, 0,
        Troubled.ALL);
  }

  /// Whether a service fails, hangs and is slow at all.
  boolean isTroubled(Troubled service) {
    return troubled == Troubled.ALL || troubled == service;
  }

  @Override
  public Component build(Site site) {
    return new OutsideInstance(this, site);
  }
}
