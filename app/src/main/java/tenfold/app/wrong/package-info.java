/// What clients are told that is not so: counters, and the incidents with what made them wrong. May import `live` and
/// `look`.
@NullMarked
package tenfold.app.wrong;

import org.jspecify.annotations.NullMarked;
