package tenfold.port;

/// Takes payments.
@FunctionalInterface
public interface Payments {
  /// Charges a family and returns when the payment service has done so.
  void charge(String familyId, String amount, Purpose purpose);
}
