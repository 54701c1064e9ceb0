package tenfold.port;

/// Keeps the families' calendars.
@FunctionalInterface
public interface CalendarService {
  /// Creates the events of a family's first term.
  void createEvents(String familyId, Purpose purpose);
}
