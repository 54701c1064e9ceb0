package tenfold.experiment;

/// A setting of a sweep cannot be read; the message says what, why and what helps, in a sentence.
public final class UnreadableSetting extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableSetting(String message) {
    super(message);
  }
}
