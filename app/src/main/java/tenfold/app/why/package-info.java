/// Why so slow? What one request's time went to, beside the source of the handler that ran; and what a node makes its
/// requests wait for.
@NullMarked
package tenfold.app.why;

import org.jspecify.annotations.NullMarked;
