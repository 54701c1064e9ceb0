/// The lesson pane: reads a lesson beside the running system, locks predictions and shows how they were judged.
@NullMarked
package tenfold.app.lessons;

import org.jspecify.annotations.NullMarked;
