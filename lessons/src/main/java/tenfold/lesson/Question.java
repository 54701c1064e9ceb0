package tenfold.lesson;

import java.util.List;

/// What is asked before a run, and how the run answers it.
public sealed interface Question {
  /// What is measured.
  Measure measure();

  /// Name or kind of the node that it is about; empty for the whole system.
  String node();

  /// The conditions of all that is measured for the answer.
  List<World> worlds();

  /// A number.
  record Number(Measure measure, String node, World world) implements Question {
    @Override
    public List<World> worlds() {
      return List.of(world);
    }
  }

  /// A curve over families, drawn on empty axes.
  ///
  /// @param families where it is asked for, rising
  record Curve(Measure measure, String node, World world, List<Integer> families) implements Question {
    /// Copies the list.
    public Curve {
      families = List.copyOf(families);
    }

    @Override
    public List<World> worlds() {
      return families.stream().map(world::withFamilies).toList();
    }
  }

  /// One of several ranges.
  ///
  /// @param bounds between one option and the next, rising
  record Range(Measure measure, String node, World world, List<Double> bounds) implements Question {
    /// Copies the list.
    public Range {
      bounds = List.copyOf(bounds);
    }

    @Override
    public List<World> worlds() {
      return List.of(world);
    }

    /// Index of the option in whose range a value lies.
    int option(double value) {
      return (int) bounds.stream().filter(bound -> value >= bound).count();
    }
  }

  /// The order of several variants, from the lowest number to the highest.
  record Order(Measure measure, String node, List<World> worlds) implements Question {
    /// Copies the list.
    public Order {
      worlds = List.copyOf(worlds);
    }
  }
}
