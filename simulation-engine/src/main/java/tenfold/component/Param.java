package tenfold.component;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a component's parameter means and which values it can have.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {
  /// Name on screen.
  String label();

  /// Unit on screen, as in "ms"; empty for pure numbers and choices.
  String unit() default "";

  /// Smallest legal number.
  double min() default 0;

  /// Largest legal number.
  double max() default 1e9;

  /// Whether a change takes effect in the running part; otherwise the part is restarted and loses its state.
  boolean live() default false;

  /// Whether a file may leave it out, as files do that were written before it existed: it then has the default of its
  /// kind. Stands on a group of parameters too.
  boolean mayBeAbsent() default false;

  /// The kind of component whose nodes' names it may be; `ComponentSpec` itself for what is no name of a node.
  Class<? extends ComponentSpec> nodesOf() default ComponentSpec.class;

  /// Where the default comes from.
  String source() default "";
}
