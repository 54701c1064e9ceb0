package tenfold.app.charts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tenfold.app.look.Palette;
import tenfold.run.Point;

/// Three charts side by side, each chosen from all there are, and the run that they are compared with.
public final class ChartShelf extends HBox {
  private static final int SLOTS = 3;

  /// Less is too little for a chart with its labels, in pixels.
  private static final double SLOT_WIDTH = 240;

  private final List<ChartSlot> slots = new ArrayList<>();
  private final ReadOnlyStringWrapper chosen = new ReadOnlyStringWrapper("");
  private List<Chart> charts = List.of();
  private List<Point> latest = List.of();
  private List<Point> before = List.of();
  private List<Point> pinned = List.of();
  private @Nullable ChartSource source;
  private Exporter exporter = (_, _, _) -> {};
  private Palette palette = Palette.LIGHT;

  /// Something that can be written to a file.
  public interface Writer {
    /// Writes it.
    void write(Path file) throws IOException;
  }

  /// Asks for a file and lets it be written.
  public interface Exporter {
    /// @param suggestedName without ending
    /// @param ending as in ".png"
    void export(String suggestedName, String ending, Writer writer);
  }

  /// An empty shelf.
  public ChartShelf() {
    getStyleClass().add("charts");
    setMinWidth(0);
    widthProperty().subscribe(this::fit);
  }

  /// Shows the charts of a source: response time, goodput and the growth curve at first.
  public void attach(ChartSource shown, Exporter files) {
    source = shown;
    exporter = files;
    charts = new LiveCharts(shown).all();
    for (int i = 0; i < SLOTS; i++) {
      var slot = new ChartSlot(this, i + 1, charts, charts.get(i));
      slot.chartProperty().addListener((_, _, _) -> note());
      slot.managedProperty().bind(slot.visibleProperty());
      HBox.setHgrow(slot, Priority.ALWAYS);
      if (i > 0) {
        var divider = new Region();
        divider.visibleProperty().bind(slot.visibleProperty());
        divider.managedProperty().bind(slot.visibleProperty());
        divider.getStyleClass().add("divider");
        getChildren().add(divider);
      }
      slots.add(slot);
      getChildren().add(slot);
    }
    fit();
    note();
  }

  /// Where there is no room for all of them, the middle one goes.
  private void fit() {
    if (slots.size() == SLOTS) {
      slots.get(1).setVisible(getWidth() >= SLOTS * SLOT_WIDTH);
    }
  }

  /// Names of the charts that are shown, with commas, as in "response,goodput,growth".
  public ReadOnlyStringProperty chosenProperty() {
    return chosen.getReadOnlyProperty();
  }

  /// Shows the charts of these names; those that there are not are passed over.
  public void choose(String names) {
    var wanted = List.of(names.split(","));
    for (int i = 0; i < Math.min(wanted.size(), slots.size()); i++) {
      var name = wanted.get(i);
      var slot = slots.get(i);
      charts.stream().filter(chart -> chart.id().equals(name)).findFirst().ifPresent(slot.chartProperty()::set);
    }
  }

  /// Paints in these colours from now on.
  public void theme(Palette chosen) {
    palette = chosen;
    slots.forEach(slot -> slot.view().theme(chosen));
  }

  /// Paints the charts anew. A run whose time begins again is another one.
  public void paint() {
    var points = points();
    boolean isAnew = !latest.isEmpty()
        && (points.isEmpty() || points.getLast().seconds() < latest.getLast().seconds());
    if (isAnew) {
      before = latest;
    }
    latest = points;
    slots.forEach(slot -> slot.view().paint());
  }

  /// Points of the run to compare with; empty for none.
  public List<Point> pinned() {
    return pinned;
  }

  /// Whether the present run has anything to compare with later.
  boolean canPin() {
    return !points().isEmpty();
  }

  /// Whether there was a run before this one.
  boolean canPinBefore() {
    return !before.isEmpty();
  }

  /// Keeps the present run behind the charts, as far as it has come.
  public void pin() {
    pinned = List.copyOf(points());
    paint();
  }

  /// Keeps another run behind the charts.
  public void pin(List<Point> other) {
    pinned = List.copyOf(other);
    paint();
  }

  /// Keeps the run before the last restart behind the charts.
  public void pinBefore() {
    pinned = before;
    paint();
  }

  /// Compares with nothing.
  public void unpin() {
    pinned = List.of();
    paint();
  }

  /// Asks for a file of that ending and writes a chart to it.
  void export(Chart chart, String ending) {
    exporter.export(chart.title(), ending, file -> ChartFiles.write(chart, file, palette, pinned));
  }

  private List<Point> points() {
    return source == null ? List.of() : source.points().get();
  }

  private void note() {
    chosen.set(String.join(",", slots.stream().map(slot -> slot.chartProperty().get().id()).toList()));
  }
}
