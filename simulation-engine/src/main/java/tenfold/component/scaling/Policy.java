package tenfold.component.scaling;

import java.util.OptionalInt;

/// Says after each period how many servers there should be.
public interface Policy {
  /// Takes note of one period more.
  ///
  /// @param desired servers that are wanted so far
  /// @return servers that it wants now; empty when it is content or has seen too little
  OptionalInt wants(Metric metric, int desired);
}
