package tenfold.app.inspector;

import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.component.ComponentSpec;
import tenfold.component.MachineSize;

/// The size of a component's machine: cores, memory and price at once. A machine that is none of those offered is said
/// to have a size of its own.
final class SizeChoice extends HBox implements ValueView {
  private final ChoiceBox<Optional<MachineSize>> choice = new ChoiceBox<>();
  private ComponentSpec owner;

  /// @param onChange gets the component on the chosen machine
  SizeChoice(ComponentSpec owner, Consumer<Record> onChange) {
    super(8);
    this.owner = owner;
    getStyleClass().add("parameter");
    setAlignment(Pos.CENTER_LEFT);
    var name = new Label(Texts.get("inspector.size"));
    name.getStyleClass().add("name");
    name.setMaxWidth(Double.MAX_VALUE);
    name.setTooltip(new Tooltip(Texts.get("inspector.size.tip")));
    HBox.setHgrow(name, Priority.ALWAYS);
    choice.setId("size");
    choice.setAccessibleText(Texts.get("inspector.size"));
    choice.setConverter(new StringConverter<>() {
      @Override
      public String toString(Optional<MachineSize> size) {
        return size == null ? "" : size.map(SizeChoice::words).orElse(Texts.get("inspector.size.own"));
      }

      @Override
      public Optional<MachineSize> fromString(String text) {
        throw new UnsupportedOperationException("sizes are chosen, not typed");
      }
    });
    getChildren().addAll(name, choice);
    show((Record) owner);
    choice.valueProperty().addListener((_, _, chosen) -> {
      if (chosen != null && chosen.isPresent() && !chosen.equals(this.owner.size())) {
        onChange.accept((Record) this.owner.withSize(chosen.get()));
      }
    });
  }

  @Override
  public void show(Record changed) {
    owner = (ComponentSpec) changed;
    var size = owner.size();
    var possible = new ArrayList<>(owner.sizes().stream().map(Optional::of).toList());
    if (size.isEmpty()) {
      possible.addFirst(size);
    }
    if (!choice.getItems().equals(possible)) {
      choice.getItems().setAll(possible);
    }
    choice.setValue(size);
  }

  private static String words(MachineSize size) {
    return Texts.get("inspector.size.words", size.cores(), size.memoryGb(),
        Numbers.count(Math.round(size.monthlyPriceDollars())));
  }
}
