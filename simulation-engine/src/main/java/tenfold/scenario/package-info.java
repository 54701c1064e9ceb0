/// A scenario: a topology with the settings of its run, and the file it is kept in.
///
/// Belongs here: the file format, its checks and its error messages, and the shipped scenarios. The only package of
/// the engine that knows Jackson. May import `topology` and `component`.
@NullMarked
package tenfold.scenario;

import org.jspecify.annotations.NullMarked;
