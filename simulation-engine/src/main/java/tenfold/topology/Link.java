package tenfold.topology;

import java.util.function.UnaryOperator;
import tenfold.component.Param;
import tenfold.component.guarding.CallGuards;

/// The right of one node to call another, and how long and how sure the way is.
///
/// @param from name of the calling node
/// @param to name of the called node
/// @param roundTripMs time there and back, without the work done there
/// @param jitter σ of the lognormal factor on each way; 0 for none
/// @param handshakes round trips that open a connection before each call: 0 while connections are kept open, 1 for TCP,
///     2 for TCP and TLS 1.3
/// @param loss share of the messages that never arrive; 1 for a network that is parted
/// @param guards what stands around each call: time-out, retries, circuit breaker, limits
public record Link(
    @Param(label = "From") String from,
    @Param(label = "To") String to,
    @Param(label = "Round trip", unit = "ms", max = 10_000, live = true,
        source = "inside a zone 0.25 to 3.4 were measured") double roundTripMs,
    @Param(label = "Jitter", max = 1, live = true, source = "teaching value") double jitter,
    @Param(label = "Handshakes", unit = "round trips", max = 3, live = true, mayBeAbsent = true,
        source = "TCP 1, TLS 1.3 1; none while connections are kept") int handshakes,
    @Param(label = "Loss", max = 1, live = true, mayBeAbsent = true, source = "a fault: 0") double loss,
    @Param(label = "Time-out and hedge", mayBeAbsent = true) CallGuards guards) {
  /// Round trip inside one zone of a data centre, in milliseconds (0.25 to 3.4 were measured; domain 1.2).
  public static final double IN_ZONE_MS = 0.5;

  /// What a file says by leaving it out: connections are kept, nothing is lost.
  public Link() {
    this("", "", IN_ZONE_MS, 0);
  }

  /// A link whose connections are kept and that loses nothing.
  public Link(String from, String to, double roundTripMs, double jitter) {
    this(from, to, roundTripMs, jitter, 0, 0);
  }

  /// A link without guards.
  public Link(String from, String to, double roundTripMs, double jitter, int handshakes, double loss) {
    this(from, to, roundTripMs, jitter, handshakes, loss, CallGuards.NONE);
  }

  /// A link inside one zone, without jitter.
  public static Link inZone(String from, String to) {
    return new Link(from, to, IN_ZONE_MS, 0);
  }

  /// The same way between other nodes.
  public Link between(String one, String other) {
    return new Link(one, other, roundTripMs, jitter, handshakes, loss, guards);
  }

  /// The same link when nodes have other names.
  public Link renamed(UnaryOperator<String> names) {
    return between(names.apply(from), names.apply(to));
  }

  /// The same link with other guards.
  public Link with(CallGuards others) {
    return new Link(from, to, roundTripMs, jitter, handshakes, loss, others);
  }

  /// Its ends as people read them: "Server → Primary".
  public String way() {
    return from + " → " + to;
  }

  /// Whether it leads from the one to the other.
  public boolean connects(String one, String other) {
    return from.equals(one) && to.equals(other);
  }
}
