package tenfold.coop;

import tenfold.port.Http;
import tenfold.port.Request;
import tenfold.port.Response;
import tenfold.port.SessionStore;

/// Opens a session. Like the text's example it asks for no password, and the session's name is the user's.
final class Login implements Http {
  private final SessionStore sessions;

  Login(SessionStore sessions) {
    this.sessions = sessions;
  }

  @Override
  public Response send(Request request) {
    var user = request.fields().get("user_id");
    if (user == null || user.isBlank()) {
      return Response.error(400, "user_id is missing");
    }
    return Response.session(sessions.save(user, "{\"logged_in\":true}"));
  }
}
