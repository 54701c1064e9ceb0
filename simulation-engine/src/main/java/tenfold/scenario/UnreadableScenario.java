package tenfold.scenario;

/// A file is not a scenario that can be read; the message says which file, where in it, what is wrong, and what
/// helps.
public final class UnreadableScenario extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableScenario(String message, Throwable cause) {
    super(message, cause);
  }

  UnreadableScenario(String message) {
    super(message);
  }
}
