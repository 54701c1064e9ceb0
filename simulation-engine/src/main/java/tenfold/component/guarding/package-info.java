/// Guards on a way between two parts: time-out, retries, circuit breaker, limits, hedged calls.
///
/// Belongs here: their parameters, and one caller's guards at work around its calls. Does not belong here: the
/// decisions themselves, which are those of `resilience`. May import `component`, `kernel`, `port` and `resilience`.
@NullMarked
package tenfold.component.guarding;

import org.jspecify.annotations.NullMarked;
