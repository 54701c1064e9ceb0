package tenfold.scenario;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

/// Makes records by reflection. Jackson would make each by a method handle, for which the JVM compiles some ten hidden
/// classes for each kind of record: nearly three hundred when the first scenario is read, at every start.
public final class Records extends SimpleModule {
  private static final long serialVersionUID = 1;

  /// A module for a mapper.
  public Records() {}

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addValueInstantiators(new ValueInstantiators.Base() {
      @Override
      public ValueInstantiator modifyValueInstantiator(
          DeserializationConfig config, BeanDescription.Supplier bean, ValueInstantiator standard) {
        return bean.getBeanClass().isRecord() && standard instanceof StdValueInstantiator known
            && known.getWithArgsCreator() != null && known.getWithArgsCreator().getAnnotated() instanceof Constructor<?>
                ? new ByReflection(known) : standard;
      }
    });
  }

  private static final class ByReflection extends StdValueInstantiator {
    private final Constructor<?> constructor;

    ByReflection(StdValueInstantiator standard) {
      super(standard);
      constructor = (Constructor<?>) standard.getWithArgsCreator().getAnnotated();
    }

    @Override
    public Object createFromObjectWith(DeserializationContext context, Object[] arguments) throws JacksonException {
      try {
        return constructor.newInstance(arguments);
      } catch (InvocationTargetException refused) {
        return context.handleInstantiationProblem(
            getValueClass(), arguments, rewrapCtorProblem(context, refused.getCause()));
      } catch (ReflectiveOperationException | IllegalArgumentException impossible) {
        return context.handleInstantiationProblem(
            getValueClass(), arguments, rewrapCtorProblem(context, impossible));
      }
    }
  }
}
