package tenfold.coop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;

/// `GET /static/:id`: a file of the pages, which is the same for everybody. A name with a release, as in "12.3", is
/// that of a file that never changes; a name without is that of the newest.
///
/// Either way it may be kept for a year, as the text says (`expires 1y`, immutable).
final class GetFile implements Http {
  /// Files that are there, numbered from 1: what a page needs, and pictures.
  private static final int FILES = 100_000;

  private static final Pattern NAME = Pattern.compile("/static/(\\d{1,9})(?:\\.(\\d{1,9}))?");
  private static final Map<String, String> FOR_A_YEAR =
      Map.of("Cache-Control", "public, max-age=31536000, immutable");

  private final List<Release> releases;

  /// @param releases what was deployed, the newest last; files of old releases stay for the pages that name them
  GetFile(List<Release> releases) {
    this.releases = List.copyOf(releases);
  }

  @Override
  public Response send(Request request) {
    var name = NAME.matcher(request.path());
    if (name.matches()) {
      long file = Long.parseLong(name.group(1));
      var release = release(Optional.ofNullable(name.group(2)));
      if (file >= 1 && file <= FILES && release.isPresent()) {
        return new Response(200, release.get().content(file), FOR_A_YEAR, Map.of());
      }
    }
    return Response.error(404, "no such file: " + Json.escape(request.path()));
  }

  private Optional<Release> release(Optional<String> named) {
    return named.isEmpty() ? Optional.of(releases.getLast())
        : releases.stream().filter(release -> named.get().equals(Integer.toString(release.number()))).findFirst();
  }
}
