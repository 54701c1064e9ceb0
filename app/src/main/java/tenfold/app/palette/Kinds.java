package tenfold.app.palette;

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
        .map(type -> ComponentSpec.standard(type.asSubclass(ComponentSpec.class)))
        .sorted(Comparator.comparing(component -> component.kind().group()))
        .toList();
  }
}
