/// The reference: a page for each kind of component, made from its record. May import `look` and `palette`.
@NullMarked
package tenfold.app.reference;

import org.jspecify.annotations.NullMarked;
