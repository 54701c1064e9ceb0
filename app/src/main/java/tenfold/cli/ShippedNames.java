package tenfold.cli;

import java.util.Iterator;
import tenfold.scenario.Gallery;

/// The names of the shipped scenarios, for the help and for shells that complete them.
final class ShippedNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Gallery.NAMES.iterator();
  }
}
