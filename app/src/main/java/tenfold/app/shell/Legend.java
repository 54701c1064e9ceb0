package tenfold.app.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import tenfold.app.canvas.FateImages;
import tenfold.app.look.Numbers;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;
import tenfold.run.Fate;

/// What the dots mean: on links they stand for many requests where there are many; those who wait are each drawn.
final class Legend {
  private static final int SIZE = 11;

  private Legend() {}

  /// @param isCalm whether no dots travel, so that only the thickness of a link says how much goes over it
  static List<Node> entries(long callsPerDot, Palette palette, boolean isCalm) {
    var images = new FateImages(palette, SIZE);
    var entries = new ArrayList<Node>(Arrays.stream(Fate.values())
        .map(fate -> new Label(Texts.get("fate." + fate), new ImageView(images.of(fate))))
        .toList());
    entries.add(new Label(isCalm ? Texts.get("legend.calm") : callsPerDot == 1
        ? Texts.get("legend.links.one") : Texts.get("legend.links.many", Numbers.count(callsPerDot))));
    entries.add(new Label(Texts.get("legend.queues")));
    return entries;
  }
}
