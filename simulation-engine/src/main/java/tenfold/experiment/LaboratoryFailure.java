package tenfold.experiment;

/// A run broke off; the message says why and what helps, in a sentence.
public final class LaboratoryFailure extends Exception {
  private static final long serialVersionUID = 1;

  LaboratoryFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
