package tenfold.component;

import java.util.ArrayList;
import java.util.List;
import tenfold.coop.Release;
import tenfold.coop.Router;
import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;

/// The pages' files where they are served from: the newest release, and the older ones for pages that name them. A bad
/// deployment is a release of which a share does not work; when it is over there is one more release, which is good.
final class StaticFiles implements Http {
  private final Site site;
  private final List<Release> releases = new ArrayList<>(List.of(new Release(1, 0)));
  private Http files = Router.files(releases);

  StaticFiles(Site site) {
    this.site = site;
  }

  @Override
  public Response send(Request request) {
    newest();
    return files.send(request);
  }

  /// A page that names its files by their release.
  Response namedIn(Response page) {
    return page.withHeader(Release.NAMED_IN_PAGE, Integer.toString(newest().number()));
  }

  /// A page that names the files of another place by their release, to name those that are here.
  Response renamedIn(Response page) {
    return page.header(Release.NAMED_IN_PAGE).isPresent() ? namedIn(page) : page;
  }

  private Release newest() {
    double brokenShare = site.strength(Fault.BAD_DEPLOY);
    if (brokenShare != releases.getLast().brokenShare()) {
      releases.add(new Release(releases.size() + 1, brokenShare));
      files = Router.files(releases);
      if (brokenShare > 0) {
        site.truth().badRelease(site.name());
      }
    }
    return releases.getLast();
  }
}
