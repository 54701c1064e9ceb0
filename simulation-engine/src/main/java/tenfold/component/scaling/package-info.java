/// How auto-scalers decide how many servers there should be: the arithmetic, told the time and the figures.
///
/// Belongs here: policies, alarms, cooldowns. Does not belong here: servers, and simulated time; whoever calls says
/// what time it is, so that a decision can be checked without a run. May import the JDK only.
@NullMarked
package tenfold.component.scaling;

import org.jspecify.annotations.NullMarked;
