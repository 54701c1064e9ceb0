package tenfold.app.inspector;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import tenfold.app.live.Workbench;
import tenfold.app.look.Numbers;
import tenfold.app.look.Texts;
import tenfold.app.why.WhyView;
import tenfold.app.wrong.WrongDataView;
import tenfold.component.ComponentSpec;
import tenfold.experiment.TheoryGhost;

/// The pane on the right: what is selected, what is to go wrong, and what clients were told that is not so.
public final class SidePane extends TabPane {
  /// Width that the words of all tabs may have together, in pixels, and how they are set.
  private static final double WORDS_WIDTH = 259;
  private static final Font LETTERING = Font.font("Inter Medium", 12);

  private static final double WRONG_SECONDS = 0.25;

  private final Workbench workbench;
  private final InspectorView inspector;
  private final WrongDataView wrongData;
  private final WhyView why;
  private final Tab whyTab = new Tab(Texts.get("side.why"));
  private final Tab selected = new Tab();
  private final FaultPane faultPane;
  private final Tab faults = new Tab(Texts.get("side.faults"));
  private final Tab wrong = new Tab("");
  private String name = "";
  private double sinceWrong;

  /// Shows a workbench.
  ///
  /// @param onReference shows what is to be known of a component's kind
  /// @param ghost what theory says of the drawn system, when that is known
  public SidePane(
      Workbench workbench, Consumer<ComponentSpec> onReference, Supplier<Optional<TheoryGhost>> ghost) {
    this.workbench = workbench;
    this.inspector = new InspectorView(workbench, onReference);
    getStyleClass().add("side-tabs");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    faultPane = new FaultPane(workbench);
    faults.setId("tab-faults");
    wrongData = new WrongDataView(workbench);
    wrong.setId("tab-wrong");
    why = new WhyView(workbench, ghost);
    whyTab.setId("tab-why");
    var contents = Map.<Tab, Node>of(whyTab, why, selected, inspector, faults, faultPane, wrong, wrongData);
    getTabs().setAll(whyTab, selected, faults, wrong);
    getSelectionModel().select(selected);
    // What nobody has looked at yet need not be dressed, which takes most of the time of a start.
    getSelectionModel().selectedItemProperty().subscribe(tab -> tab.setContent(contents.get(tab)));
    workbench.time().askedProperty().addListener((_, _, asked) ->
        asked.ifPresent(_ -> getSelectionModel().select(whyTab)));
    workbench.time().retrace().searchProperty().addListener((_, _, search) ->
        search.ifPresent(_ -> getSelectionModel().select(whyTab)));
    workbench.selectionProperty().addListener((_, _, _) -> showSelected());
    workbench.openedProperty().addListener((_, _, _) -> showSelected());
    showSelected();
    wrong.setOnSelectionChanged(_ -> showWrong());
    showWrong();
  }

  /// Shows the newest numbers, `seconds` of wall time after the last call; those of wrong data four times a second.
  public void pulse(double seconds) {
    inspector.pulse();
    why.pulse(seconds, whyTab.isSelected());
    sinceWrong += seconds;
    if (sinceWrong >= WRONG_SECONDS) {
      sinceWrong = 0;
      showWrong();
      faultPane.pulse(faults.isSelected());
    }
  }

  private void showWrong() {
    wrongData.pulse(wrong.isSelected());
    var words = wrongData.total() == 0
        ? Texts.get("side.wrong") : Texts.get("side.wrong.some", Numbers.brief(wrongData.total()));
    if (!words.equals(wrong.getText())) {
      wrong.setText(words);
      fitName();
    }
  }

  /// Four tabs have to stand side by side: as much of the name of what is selected as the others leave room for.
  private void fitName() {
    double room = WORDS_WIDTH - Stream.of(whyTab, faults, wrong).mapToDouble(tab -> width(tab.getText())).sum();
    var words = name;
    for (int letters = name.length() - 1; letters > 0 && width(words) > room; letters--) {
      words = name.substring(0, letters).strip() + "…";
    }
    selected.setText(words);
    selected.setTooltip(words.equals(name) ? null : new Tooltip(name));
  }

  private static double width(String words) {
    var text = new Text(words);
    text.setFont(LETTERING);
    return text.getLayoutBounds().getWidth();
  }

  /// What is newly selected comes to the front, unless it is asked why something is slow: then that is said of it.
  private void showSelected() {
    var selection = workbench.selectionProperty().get();
    name = switch (selection.nodes().size()) {
      case 0 -> Texts.get(selection.link().isPresent() ? "side.link" : "side.scenario");
      case 1 -> selection.nodes().iterator().next();
      default -> Texts.get("side.scenario");
    };
    fitName();
    if (selection != Workbench.Selection.NONE && !whyTab.isSelected()) {
      getSelectionModel().select(selected);
    }
  }
}
