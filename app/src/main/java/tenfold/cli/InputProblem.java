package tenfold.cli;

/// The input cannot be used, or the output cannot be written; the message says which, why and what helps, one
/// problem per line.
final class InputProblem extends Exception {
  private static final long serialVersionUID = 1;

  InputProblem(String message) {
    super(message);
  }

  InputProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
