package tenfold.app.charts;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.look.Icons;
import tenfold.app.look.Texts;

/// A place for one of several charts: its title opens the choice, the dots beside it what can be done with it, as a
/// right click and the Enter key do.
final class ChartSlot extends VBox {
  private static final Map<String, String> EXPORTS = Map.of("png", ".png", "svg", ".svg", "csv", ".csv");

  private final ChartShelf shelf;
  private final ObjectProperty<Chart> chart;
  private final ChartView view = new ChartView();
  private final MenuButton choice = new MenuButton();
  private final MenuButton more = new MenuButton();

  /// @param number of the place, from 1
  ChartSlot(ChartShelf shelf, int number, List<Chart> charts, Chart first) {
    this.shelf = shelf;
    this.chart = new SimpleObjectProperty<>(first);
    getStyleClass().add("chart-slot");
    view.setId("chart-" + number);
    view.readable();
    view.painter((graphic, frame) -> chart.get().draw(graphic, frame,
        new Chart.View(false, view.pointer(), shelf.pinned())));
    view.setOnContextMenuRequested(_ -> more.show());
    view.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
      if (event.getCode() == KeyCode.ENTER) {
        more.show();
        event.consume();
      }
    });
    VBox.setVgrow(view, Priority.ALWAYS);
    choice.setId("chart-choice-" + number);
    choose(charts);
    more.setId("chart-more-" + number);
    more.setGraphic(Icons.icon(Feather.MORE_HORIZONTAL));
    more.getStyleClass().add("quiet");
    more.setAccessibleText(Texts.get("chart.more"));
    more.setTooltip(new Tooltip(Texts.get("chart.more")));
    more.setOnShowing(_ -> fillMore());
    fillMore();
    var room = new Region();
    HBox.setHgrow(room, Priority.ALWAYS);
    var bar = new HBox(choice, room, more);
    bar.getStyleClass().add("bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(bar, view);
    chart.subscribe(shown -> {
      choice.setText(shown.title());
      choice.setAccessibleText(Texts.get("chart.choice", shown.title()));
      view.setAccessibleText(Texts.get("chart.view", shown.title()));
      view.paint();
    });
  }

  /// The chart that it shows.
  ObjectProperty<Chart> chartProperty() {
    return chart;
  }

  ChartView view() {
    return view;
  }

  private void choose(List<Chart> charts) {
    var group = new ToggleGroup();
    for (var offered : charts) {
      var item = new RadioMenuItem(offered.title());
      item.setId(choice.getId() + "-" + offered.id());
      item.setToggleGroup(group);
      item.setOnAction(_ -> chart.set(offered));
      chart.subscribe(shown -> item.setSelected(shown == offered));
      choice.getItems().add(item);
    }
  }

  private void fillMore() {
    more.getItems().setAll(item("png", true, () -> export("png")), item("svg", true, () -> export("svg")),
        item("csv", true, () -> export("csv")), new SeparatorMenuItem(),
        item("pin", shelf.canPin(), shelf::pin), item("pinBefore", shelf.canPinBefore(), shelf::pinBefore),
        item("unpin", !shelf.pinned().isEmpty(), shelf::unpin));
  }

  private MenuItem item(String key, boolean isPossible, Runnable action) {
    var item = new MenuItem(Texts.get("chart.do." + key));
    item.setId(more.getId() + "-" + key);
    item.setDisable(!isPossible);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void export(String key) {
    shelf.export(chart.get(), EXPORTS.getOrDefault(key, ".png"));
  }
}
