/// What keeps a failing service from taking its callers with it: circuit breakers, token buckets, retry budgets.
///
/// Belongs here: state machines that are told the time, as libraries such as resilience4j and Polly have them; the
/// co-op's code and the guards on links use the same ones. Does not belong here: waiting, or simulated time. May import
/// `port`.
@NullMarked
package tenfold.resilience;

import org.jspecify.annotations.NullMarked;
