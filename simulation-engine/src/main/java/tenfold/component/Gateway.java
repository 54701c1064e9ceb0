package tenfold.component;

import tenfold.port.CallTimeout;
import tenfold.port.ConnectionRefused;
import tenfold.port.ConnectionReset;
import tenfold.port.Lost;
import tenfold.port.NoAnswer;
import tenfold.port.NotCalled;
import tenfold.port.PortFailure;
import tenfold.port.Response;
import tenfold.port.ServiceError;

/// What those who pass requests on have in common: a balancer, an edge of a CDN.
final class Gateway {
  private Gateway() {}

  /// What a client is told when whoever should have answered did not (RFC 9110, §15.6.3 and §15.6.5).
  static Response answerTo(PortFailure failure) {
    return switch (failure) {
      case NoAnswer _, Lost _, CallTimeout _ -> Response.error(504, "no server answers in time");
      case ConnectionRefused _ -> Response.error(502, "no server accepts the connection");
      case ConnectionReset _, NotCalled _, ServiceError _ -> Response.error(502, "the server broke off");
    };
  }
}
