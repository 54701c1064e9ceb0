package tenfold.app.palette;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tenfold.component.ComponentSpec;

/// Every kind of component with its defaults, as the palette offers them.
public final class Kinds {
  private Kinds() {}

  /// One component of each kind, in the order of the palette's groups.
  public static List<ComponentSpec> all() {
    return Arrays.stream(ComponentSpec.class.getPermittedSubclasses())
        .map(type -> standard(type.asSubclass(ComponentSpec.class)))
        .sorted(Comparator.comparing(component -> component.kind().group()))
        .toList();
  }

  private static ComponentSpec standard(Class<? extends ComponentSpec> type) {
    try {
      return type.getConstructor().newInstance();
    } catch (NoSuchMethodException | InstantiationException | IllegalAccessException | InvocationTargetException bad) {
      throw new IllegalStateException(type + " needs a public constructor without arguments for its defaults", bad);
    }
  }
}
