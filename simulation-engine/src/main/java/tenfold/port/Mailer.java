package tenfold.port;

/// Sends e-mail.
@FunctionalInterface
public interface Mailer {
  /// Sends a text to an address and returns when the mail service has taken it.
  void send(String address, String text, Purpose purpose);
}
