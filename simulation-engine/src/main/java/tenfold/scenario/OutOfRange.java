package tenfold.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenfold.component.Parameter;
import tools.jackson.core.JsonPointer;

/// A number in a file that is outside its legal range.
///
/// @param property path of the property
/// @param sentence what is wrong, as in "cores must be between 1 and 256, not -3, in node \"Server\""
record OutOfRange(JsonPointer property, String sentence) {

  /// The first one in the order of the file.
  static Optional<OutOfRange> in(FileContent content) {
    var found = new ArrayList<OutOfRange>();
    addUnless(content.warmUpSeconds(), 0, Scenario.MAX_SECONDS, "warmUpSeconds", "", JsonPointer.empty(), found);
    addUnless(content.lengthSeconds(), 0.001, Scenario.MAX_SECONDS, "lengthSeconds", "", JsonPointer.empty(), found);
    for (int i = 0; i < content.nodes().size(); i++) {
      var node = content.nodes().get(i);
      var place = JsonPointer.empty().appendProperty("nodes").appendIndex(i).appendProperty("component");
      addAll((Record) node.component(), place, ", in node \"" + node.name() + "\"", found);
    }
    for (int i = 0; i < content.links().size(); i++) {
      var link = content.links().get(i);
      var place = JsonPointer.empty().appendProperty("links").appendIndex(i);
      var where = ", in the link from \"" + link.from() + "\" to \"" + link.to() + "\"";
      addAll(link, place, where, found);
    }
    for (int i = 0; i < content.faults().size(); i++) {
      var fault = content.faults().get(i);
      addAll(fault, JsonPointer.empty().appendProperty("faults").appendIndex(i),
          ", in the fault of \"" + fault.node() + "\"", found);
    }
    for (int i = 0; i < content.frames().size(); i++) {
      var frame = content.frames().get(i);
      addAll(frame, JsonPointer.empty().appendProperty("frames").appendIndex(i),
          ", in the frame \"" + frame.name() + "\"", found);
    }
    return found.stream().findFirst();
  }

  private static void addAll(Record owner, JsonPointer place, String where, List<OutOfRange> found) {
    for (var parameter : Parameter.of(owner.getClass())) {
      var property = place;
      for (var step : parameter.path().split("\\.")) {
        property = property.appendProperty(step);
      }
      if (parameter.value(owner) instanceof List<?> entries) {
        for (int i = 0; i < entries.size(); i++) {
          if (entries.get(i) instanceof Record entry) {
            addAll(entry, property.appendIndex(i), where, found);
          }
        }
      } else {
        for (var fault : parameter.faults(owner)) {
          found.add(new OutOfRange(property, fault + where));
        }
      }
    }
  }

  private static void addUnless(double value, double min, double max, String name, String where, JsonPointer owner,
      List<OutOfRange> found) {
    if (!(value >= min && value <= max)) {
      found.add(new OutOfRange(owner.appendProperty(name), "%s must be between %s and %s, not %s%s".formatted(
          name, Parameter.plain(min), Parameter.plain(max), Parameter.plain(value), where)));
    }
  }
}
