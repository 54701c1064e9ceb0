package tenfold.scenario;

import com.fasterxml.jackson.annotation.JacksonInject;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import tenfold.component.Param;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/// Parameters that a file may leave out (see [Param#mayBeAbsent]): they get the defaults of their kind.
final class Absent {
  private Absent() {}

  /// Finds them among the properties of a record.
  static final class Properties extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JacksonInject.@Nullable Value findInjectableValue(MapperConfig<?> config, AnnotatedMember member) {
      if (member instanceof AnnotatedParameter parameter && parameter.getDeclaringClass().isRecord()) {
        var component = parameter.getDeclaringClass().getRecordComponents()[parameter.getIndex()];
        var annotation = component.getAnnotation(Param.class);
        if (annotation != null && annotation.mayBeAbsent()) {
          return JacksonInject.Value.construct(component, true, true); // What stands in the file wins.
        }
      }
      return super.findInjectableValue(config, member);
    }
  }

  /// Takes their values from the record's constructor without arguments.
  static final class Defaults extends InjectableValues {
    private static final long serialVersionUID = 1;

    @Override
    public InjectableValues snapshot() {
      return this;
    }

    @Override
    public Object findInjectableValue(DeserializationContext context, Object id, BeanProperty property,
        Object instance, Boolean optional, Boolean useInput) throws JacksonException {
      var component = (RecordComponent) id;
      try {
        var standard = component.getDeclaringRecord().getDeclaredConstructor().newInstance();
        return component.getAccessor().invoke(standard);
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException(component.getDeclaringRecord()
            + " needs a constructor without arguments, because a file may leave out " + component, impossible);
      }
    }
  }
}
