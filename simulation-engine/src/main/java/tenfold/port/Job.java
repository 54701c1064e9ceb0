package tenfold.port;

import java.util.Map;

/// Work to be done later.
///
/// @param kind as in "send-welcome-email"
/// @param data what the work needs, by name
/// @param purpose what it is for
public record Job(String kind, Map<String, String> data, Purpose purpose) {
  /// A job of that kind about one thing: an enrolment, a payment.
  ///
  /// @param number of the thing; empty when nobody keeps account
  /// @param isKey whether it is to have its effect only once
  public static Job about(String kind, String number, boolean isKey, Map<String, String> data) {
    return new Job(kind, data, number.isEmpty() ? Purpose.NONE : new Purpose(kind + " " + number, isKey));
  }
}
