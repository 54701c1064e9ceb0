package tenfold.port;

/// What a call to a service outside is made for.
///
/// @param subject what it is about, the same for all calls that are to have one effect together, as in "process-payment
///     17"; empty when nobody keeps account
/// @param isKey whether the service is to do it only once, however often it is asked (an idempotency key)
public record Purpose(String subject, boolean isKey) {
  /// Nothing that anybody keeps account of.
  public static final Purpose NONE = new Purpose("", false);
}
