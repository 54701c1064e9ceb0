/// The running system behind the window: the engine's thread, the edits that can be undone, and the view model of
/// the workbench.
///
/// Knows no control and no view. Pictures of the run come out as immutable snapshots; edits go in as topologies.
@NullMarked
package tenfold.app.live;

import org.jspecify.annotations.NullMarked;
