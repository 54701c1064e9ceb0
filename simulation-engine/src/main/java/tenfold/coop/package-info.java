/// The homeschool co-op's own code: its request handlers, its jobs and the data it keeps.
///
/// Ordinary server code, written against [tenfold.port] alone. It knows no time, no threads and no simulation,
/// so the same classes answer in the simulator and behind a real HTTP server. It does what the pattern text
/// describes, the text's own weaknesses included. May import `tenfold.port` only.
@NullMarked
package tenfold.coop;

import org.jspecify.annotations.NullMarked;
