package tenfold.component;

/// Services that others run: e-mail, calendar, and the coordinators' messages.
///
/// @param emailMs time to send an e-mail
/// @param calendarMs time to create a family's calendar events
/// @param coordinatorsMs time to tell the coordinators
@Kind(id = "outside", label = "Outside", group = Kind.Group.LATER,
    summary = "E-mail, calendar and coordinators: slow services of others that an enrolment calls.",
    models = {
      "E-mail, calendar and coordinators as three calls that each take their constant time, however many "
          + "there are at once.",
      "That a server waits for all three in turn while it enrols a family."},
    leavesOut = {
      "Errors, hangs, slow days, and limits on calls a second.",
      "What the services do with a call: nothing is kept."},
    figures = {Figure.RESPONSE_TIME})
public record OutsideServices(
    @Param(label = "E-mail", unit = "ms", max = 60_000, live = true, source = "pattern text: 500 ms") double emailMs,
    @Param(label = "Calendar", unit = "ms", max = 60_000, live = true, source = "pattern text: 300 ms")
        double calendarMs,
    @Param(label = "Coordinators", unit = "ms", max = 60_000, live = true, source = "pattern text: 200 ms")
        double coordinatorsMs)
    implements ComponentSpec {

  /// The text's times.
  public OutsideServices() {
    this(500, 300, 200);
  }

  @Override
  public Component build(Site site) {
    return new OutsideInstance(this, site);
  }
}
