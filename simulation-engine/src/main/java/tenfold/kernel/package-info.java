/// The discrete-event kernel: simulated time, the event calendar, processes that suspend, and the three
/// stations that make them wait ([Resource], [Station], [ProcessorSharing]).
///
/// Belongs here: what any process-interaction simulation needs, whatever it simulates. Does not belong
/// here: servers, requests, statistics over runs. May import the JDK only.
@NullMarked
package tenfold.kernel;

import org.jspecify.annotations.NullMarked;
