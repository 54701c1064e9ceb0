package tenfold.component;

import java.util.List;
import tenfold.coop.Release;
import tenfold.coop.Router;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;

/// The pages' files where they are served from: the newest release, and the older ones for pages that name them.
final class StaticFiles implements Http {
  private final List<Release> releases = List.of(new Release(1, 0));
  private final Http files = Router.files(releases);

  @Override
  public Response send(Request request) {
    return files.send(request);
  }

  /// A page that names its files by their release.
  Response namedIn(Response page) {
    return page.withHeader(Release.NAMED_IN_PAGE, Integer.toString(releases.getLast().number()));
  }

  /// A page that names the files of another place by their release, to name those that are here.
  Response renamedIn(Response page) {
    return page.header(Release.NAMED_IN_PAGE).isPresent() ? namedIn(page) : page;
  }
}
