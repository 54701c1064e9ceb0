/// The parts that a student can drag: one record for what each is (its parameters), one class for it at work.
///
/// A record implements [ComponentSpec] and carries [Kind] and [Param]; palette, file format, inspector and checks
/// read them from there. At work a part offers ports to its [Site] and calls those it is linked to.
/// May import `balancing`, `kernel`, `stats`, `port`, and of `coop` only the router and the routes.
@NullMarked
package tenfold.component;

import org.jspecify.annotations.NullMarked;
