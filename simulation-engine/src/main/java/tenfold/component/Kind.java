package tenfold.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What kind of component a record is.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Kind {
  /// Name in files, as in "load-balancer".
  String id();

  /// Name on screen, as in "Balancer".
  String label();

  /// Group in the palette.
  Group group();

  /// One sentence: what it is and does.
  String summary();

  /// Groups of the palette, in order.
  enum Group { TRAFFIC, SERVE, DATA, LATER }
}
