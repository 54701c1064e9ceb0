/// What is connected to what: nodes, links, what can go wrong with them, and how a new node is wired.
///
/// Belongs here: the drawn system as an immutable value. Does not belong here: running it, or files.
/// May import `component`.
@NullMarked
package tenfold.topology;

import org.jspecify.annotations.NullMarked;
