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

  /// Pictogram of the Feather set, as in "server".
  String icon();

  /// Kinds of which a node can call the nodes, over links.
  Class<? extends ComponentSpec>[] calls() default {};

  /// One sentence: what it is and does.
  String summary();

  /// What it models, in plain sentences.
  String[] models();

  /// What it does not model although the real thing has it, in plain sentences.
  String[] leavesOut();

  /// What can go wrong with it, or be done to it; nothing else happens to it.
  Fault[] faults() default {};

  /// What a run reports of it.
  Figure[] figures();

  /// Groups of the palette, in order.
  enum Group { TRAFFIC, SERVE, DATA, CONTROL, LATER }
}
