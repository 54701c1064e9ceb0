/// The canvas: nodes as focusable cards, links, requests as moving dots, and the gestures that edit the topology.
///
/// Draws snapshots only. The only package that knows JGraphX, and that behind [tenfold.app.canvas.Arrangement].
@NullMarked
package tenfold.app.canvas;

import org.jspecify.annotations.NullMarked;
