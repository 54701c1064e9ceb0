/// Statistics of what runs produce: running moments, percentiles, confidence intervals, and random draws.
///
/// Belongs here: arithmetic on samples. Does not belong here: simulated time, or what the numbers mean.
/// May import commons-math3 and HdrHistogram.
@NullMarked
package tenfold.stats;

import org.jspecify.annotations.NullMarked;
