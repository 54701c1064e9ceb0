package tenfold.component;

/// Services that others run: e-mail, calendar, the coordinators' messages, and payments.
///
/// @param emailMs time to send an e-mail
/// @param calendarMs time to create a family's calendar events
/// @param coordinatorsMs time to tell the coordinators
/// @param paymentMs time to charge a family
/// @param failureShare share of the calls that end with an error, after their time
/// @param limit calls at once, of all together; one more fails at once (429); 0 for any number
/// @param outageMs how long they refuse all calls after a crash or a restart
@Kind(id = "outside", label = "Outside", group = Kind.Group.LATER,
    icon = "globe",
    summary = "E-mail, calendar, coordinators and payment: slow services of others.",
    models = {
      "E-mail, calendar, coordinators and payment as four calls that each take their constant time, however many "
          + "there are at once, or up to a limit.",
      "Calls that fail, now and then or all for a while, and calls that hang.",
      "That a server waits for all three in turn while it enrols a family."},
    leavesOut = {
      "Times that vary, and limits on calls a second.",
      "What the services do with a call: nothing is kept."},
    faults = {Fault.CRASH, Fault.HANG, Fault.RESTART, Fault.SLOW},
    figures = {Figure.RESPONSE_TIME})
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
        double outageMs)
    implements ComponentSpec {

  /// The text's times.
  public OutsideServices() {
    this(500, 300, 200, 300, 0, 0, 60_000);
  }

  @Override
  public String brief() {
    return "e-mail, calendar";
  }

  @Override
  public Component build(Site site) {
    return new OutsideInstance(this, site);
  }
}
