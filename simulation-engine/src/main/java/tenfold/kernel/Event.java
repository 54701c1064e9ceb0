package tenfold.kernel;

/// An action that is due at one instant of simulated time. Made by [Simulation#schedule]; it happens once,
/// unless it is cancelled before.
public final class Event {
  /// Where the event is: a heap position in the calendar, or one of these.
  static final int GONE = -1;
  static final int DUE_NOW = -2;
  static final int CANCELLED_IN_LINE = -3;

  private final Simulation simulation;
  private final Runnable action;
  int position = GONE;

  Event(Simulation simulation, Runnable action) {
    this.simulation = simulation;
    this.action = action;
  }

  /// Takes the event out of the calendar; an event that has happened or was cancelled before stays as it is.
  public void cancel() {
    simulation.cancel(this);
  }

  /// Whether the event is still to come.
  public boolean isPending() {
    return position >= 0 || position == DUE_NOW;
  }

  /// Whether it stands in the line of those due now, be it cancelled or not.
  boolean isInLine() {
    return position < GONE;
  }

  Runnable action() {
    return action;
  }

  void happen() {
    action.run();
  }
}
