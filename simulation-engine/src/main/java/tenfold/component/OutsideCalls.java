package tenfold.component;

import tenfold.coop.Jobs;
import tenfold.port.CalendarService;
import tenfold.port.Coordinators;
import tenfold.port.Mailer;
import tenfold.port.Payments;
import tenfold.port.Purpose;

/// What a process finds behind the ports of the services outside, looked up at each call. A service that is not linked
/// is not called, and nothing is missing then.
final class OutsideCalls {
  private final Site site;

  private OutsideCalls(Site site) {
    this.site = site;
  }

  /// The co-op's jobs over the services that are linked.
  static Jobs jobs(Site site) {
    var calls = new OutsideCalls(site);
    var mailers = site.peers(Mailer.class);
    var calendars = site.peers(CalendarService.class);
    var coordinators = site.peers(Coordinators.class);
    return new Jobs(
        (address, text, purpose) -> mailers.first().ifPresentOrElse(
            mailer -> mailer.send(address, text, purpose), () -> calls.nobodyCares(purpose)),
        (familyId, purpose) -> calendars.first().ifPresentOrElse(
            calendar -> calendar.createEvents(familyId, purpose), () -> calls.nobodyCares(purpose)),
        (familyId, purpose) -> coordinators.first().ifPresentOrElse(
            all -> all.enrolled(familyId, purpose), () -> calls.nobodyCares(purpose)),
        payments(site));
  }

  /// The payment service that is linked.
  static Payments payments(Site site) {
    var calls = new OutsideCalls(site);
    var services = site.peers(Payments.class);
    return (familyId, amount, purpose) -> services.first().ifPresentOrElse(
        service -> service.charge(familyId, amount, purpose), () -> calls.nobodyCares(purpose));
  }

  private void nobodyCares(Purpose purpose) {
    site.truth().jobs().done(purpose.subject(), Truth.Wrong.JOB_DOUBLED, site.name());
  }
}
