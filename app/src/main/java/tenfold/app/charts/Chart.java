package tenfold.app.charts;

import java.util.List;
import java.util.OptionalDouble;
import tenfold.app.look.Texts;
import tenfold.run.Point;

/// Something that can be shown in a place for charts, and written to a file.
public interface Chart {
  /// Its name in settings and files, as in "response".
  String id();

  /// Its name on screen.
  default String title() {
    return Texts.get("chart." + id());
  }

  /// Draws it into the frame.
  void draw(Graphic graphic, Frame frame, View view);

  /// Its numbers: a head, and then a line for each point.
  List<List<String>> table();

  /// How it is looked at.
  ///
  /// @param showsTitle whether its title is drawn; in the window it stands above
  /// @param pointer where somebody reads values, in pixels from the left; empty for nowhere
  /// @param pinned the points of another run to compare with; empty for none
  record View(boolean showsTitle, OptionalDouble pointer, List<Point> pinned) {
    /// In a file.
    static View inFile(List<Point> pinned) {
      return new View(true, OptionalDouble.empty(), pinned);
    }
  }
}
