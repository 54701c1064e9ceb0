package tenfold.app.why;

import tenfold.app.look.Texts;
import tenfold.run.Breakdown.Doing;

/// A place in the model in words: what is waited for there, and what is done.
final class PlaceText {
  private PlaceText() {}

  /// As in "waits for a thread", "computes", "network".
  static String of(String place, Doing doing) {
    return switch (doing) {
      case NETWORK -> Texts.get("why.network");
      case WAITING -> place.isEmpty() ? Texts.get("why.between") : words(place + ".wait");
      case WORKING -> words(place + ".work");
    };
  }

  private static String words(String key) {
    var known = "place." + key;
    return Texts.get(Texts.bundle().containsKey(known) ? known : "place.other" + key.substring(key.lastIndexOf('.')));
  }
}
