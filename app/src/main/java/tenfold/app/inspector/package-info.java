/// The inspector: what the selected node is, does, and can be set to; made from the component's record alone.
@NullMarked
package tenfold.app.inspector;

import org.jspecify.annotations.NullMarked;
