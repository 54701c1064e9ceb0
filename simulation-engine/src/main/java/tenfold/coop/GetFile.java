package tenfold.coop;

import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;

/// `GET /static/:id`: a file of the pages, which is the same for everybody.
final class GetFile implements Http {
  /// Files that are there, numbered from 1; a page needs no more.
  private static final int FILES = 200;

  @Override
  public Response send(Request request) {
    return Route.FILE.id(request).filter(number -> number >= 1 && number <= FILES)
        .map(number -> Response.ok("file " + number))
        .orElse(Response.error(404, "no such file: " + Json.escape(request.path())));
  }
}
