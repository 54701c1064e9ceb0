package tenfold.component;

import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tenfold.coop.Release;
import tenfold.port.Request;
import tenfold.stats.Zipf;

/// Makes the requests that families send, by mix and key law.
final class RequestSource {
  /// Families that do not exist: that many, with numbers below 0.
  private static final int STRANGERS = 1_000;

  private static final Request DIRECTORY = Request.get("/api/families");
  private static final Request REPORT = Request.get("/api/report");

  private final RandomGenerator mixRandom;
  private final RandomGenerator keyRandom;
  private final RandomGenerator strangerRandom;
  private Families spec = new Families();
  private @Nullable Zipf zipf;
  private long renamings;

  RequestSource(Site site) {
    mixRandom = site.random("mix");
    keyRandom = site.random("keys");
    strangerRandom = site.random("strangers");
  }

  /// Takes over mix, keys and population.
  void use(Families families) {
    spec = families;
    zipf = spec.keys() == Families.Keys.ZIPF ? new Zipf(keyRandom, spec.population(), spec.zipfExponent()) : null;
  }

  /// The next request of that family.
  ///
  /// @param number what the family calls it, the same for all tries
  Request next(int family, long number) {
    var mix = spec.mix();
    double point = mixRandom.nextDouble() * mix.total();
    if ((point -= mix.readFamily()) < 0) {
      return Request.get("/api/family/" + asked(family));
    } else if ((point -= mix.updateFamily()) < 0) {
      return post("PUT", "/api/family/" + key(family), Map.of("family_name", "Renamed " + ++renamings));
    } else if ((point -= mix.createFamily()) < 0) {
      return post("POST", "/api/family", Map.of("family_name", "New family", "enrollment_date", "2026-09-15"));
    } else if ((point -= mix.enroll()) < 0) {
      return post("POST", "/enroll-family", Map.of("family_id", Integer.toString(family),
          "email", "home@example.org", "request_id", Long.toString(number)));
    }
    if ((point -= mix.directory()) < 0) {
      return DIRECTORY;
    }
    if ((point -= mix.report()) < 0) {
      return REPORT;
    }
    return point < mix.login() ? login(family)
        : post("POST", "/payment", Map.of("family_id", Integer.toString(family), "amount", "120",
            "request_id", Long.toString(number)));
  }

  /// A look at what the family has just saved.
  static Request reload(Request saved) {
    return Request.get(saved.path());
  }

  /// A file that a page needs, numbered from 1.
  ///
  /// @param release the release in its name; empty for none
  static Request file(int number, String release) {
    return Request.get(Release.path(number, release));
  }

  static Request login(int family) {
    return post("POST", "/login", Map.of("user_id", sessionOf(family)));
  }

  static String sessionOf(int family) {
    return "user_" + family;
  }

  private static Request post(String method, String path, Map<String, String> fields) {
    return Request.with(method, path, fields);
  }

  private int asked(int family) {
    boolean isForStranger = spec.strangerShare() > 0 && strangerRandom.nextDouble() < spec.strangerShare();
    return isForStranger ? strangerRandom.nextInt(STRANGERS) - STRANGERS : key(family);
  }

  private int key(int family) {
    if (zipf != null) {
      return zipf.draw();
    }
    return spec.keys() == Families.Keys.OWN ? family : 1 + keyRandom.nextInt(spec.population());
  }
}
