package tenfold.app.inspector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import tenfold.app.live.Question;
import tenfold.app.live.Workbench;
import tenfold.app.look.EngineText;
import tenfold.app.look.FaultText;
import tenfold.app.look.Icons;
import tenfold.app.look.Numbers;
import tenfold.app.look.PartText;
import tenfold.app.look.ScenarioText;
import tenfold.app.look.Texts;
import tenfold.component.ComponentSpec;
import tenfold.component.Fault;
import tenfold.component.Parameter;
import tenfold.component.ParameterGroup;
import tenfold.component.guarding.CallGuards;
import tenfold.run.Fate;
import tenfold.run.Snapshot.LinkView;
import tenfold.run.Snapshot.NodeView;
import tenfold.run.Snapshot.Suffered;
import tenfold.topology.Distance;
import tenfold.topology.Link;
import tenfold.topology.Node;

/// What is selected: a node with its live numbers and its parameters, a link with its parameters, or the whole
/// scenario.
final class InspectorView extends ScrollPane {
  private static final Parameter ZONE = Parameter.of(Node.class).stream()
      .filter(parameter -> parameter.path().equals("zone")).findFirst().orElseThrow();

  private final Workbench workbench;
  private final Consumer<ComponentSpec> onReference;
  private final VBox content = new VBox();
  private final VBox problems = new VBox(8);
  private final List<ValueView> values = new ArrayList<>();
  private final Set<String> unfolded = new HashSet<>();
  private final List<Consumer<Node>> onChange = new ArrayList<>();
  private final Label now = label("", "problem");
  private Optional<LiveNumbers> live = Optional.empty();
  private Optional<Node> shown = Optional.empty();
  private final Label guards = label("", "number");
  private Optional<Link> shownLink = Optional.empty();

  /// Shows what is selected in the workbench.
  ///
  /// @param onReference shows what is to be known of a component's kind
  InspectorView(Workbench workbench, Consumer<ComponentSpec> onReference) {
    this.workbench = workbench;
    this.onReference = onReference;
    getStyleClass().add("inspector");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    content.getStyleClass().add("content");
    setContent(content);
    workbench.selectionProperty().addListener((_, _, _) -> show());
    workbench.topologyProperty().addListener((_, _, _) -> showChanged());
    workbench.openedProperty().addListener((_, _, _) -> show());
    show();
  }

  /// Shows the newest numbers.
  void pulse() {
    var snapshot = workbench.snapshotProperty().get();
    if (snapshot != null) {
      shown.flatMap(node -> snapshot.nodes().stream().filter(view -> view.name().equals(node.name())).findFirst())
          .ifPresent(this::showLive);
      shownLink.flatMap(link -> snapshot.links().stream()
          .filter(view -> link.connects(view.from(), view.to())).findFirst()).ifPresent(this::showLive);
    }
  }

  /// The same node or link with other values keeps its fields, so that the keyboard stays where it is.
  private void showChanged() {
    var now = shown.flatMap(node -> workbench.topologyProperty().get().node(node.name()))
        .filter(node -> node.component().getClass() == shown.orElseThrow().component().getClass());
    var nowLink = shownLink.flatMap(this::present);
    if (now.isPresent()) {
      shown = now;
      showProblems(now.get());
      onChange.forEach(part -> part.accept(now.get()));
      values.forEach(view -> view.show((Record) now.get().component()));
    } else if (nowLink.isPresent()) {
      values.forEach(view -> view.show(nowLink.get()));
    } else {
      show();
    }
  }

  /// A link as it is now.
  private Optional<Link> present(Link link) {
    return workbench.topologyProperty().get().link(link.from(), link.to());
  }

  private void show() {
    var topology = workbench.topologyProperty().get();
    var selection = workbench.selectionProperty().get();
    shown = selection.nodes().size() == 1
        ? topology.node(selection.nodes().iterator().next()) : Optional.empty();
    shownLink = shown.isPresent() ? Optional.empty() : selection.link().flatMap(this::present);
    content.getChildren().clear();
    values.clear();
    onChange.clear();
    if (shown.isPresent()) {
      showNode(shown.get());
    } else if (shownLink.isPresent()) {
      showLink(shownLink.get());
    } else {
      showScenario();
    }
  }

  private void showScenario() {
    var scenario = workbench.document().scenario();
    heading(ScenarioText.title(scenario));
    text(ScenarioText.description(scenario), "summary");
    heading2(Texts.get("inspector.try"));
    Hints.of(scenario).forEach(hint -> text(hint, "hint"));
  }

  private void showLink(Link link) {
    heading(link.way());
    text(Texts.get("inspector.link"), "summary");
    text(Texts.get("inspector.link.delete"), "hint");
    content.getChildren().add(whyHere(link));
    guards.setText("");
    showNow(List.of(), 1);
    content.getChildren().addAll(now, guards, new FaultButtons(workbench, link, "fault-"));
    heading2(Texts.get("inspector.parameters"));
    content.getChildren().add(distances(link));
    parameters("link", link, changed -> workbench.change((Link) changed));
  }

  /// Named round trips, to be chosen instead of typed.
  private FlowPane distances(Link link) {
    var names = new FlowPane(10, 0, label(Texts.get("inspector.distance"), "hint"));
    for (var distance : Distance.values()) {
      var name = new Hyperlink(Texts.get("inspector.distance.words", Texts.choice(distance),
          Parameter.plain(distance.roundTripMs())));
      name.setId("distance-" + distance);
      name.setOnAction(_ -> {
        name.setVisited(false);
        present(link).ifPresent(now -> workbench.change(distance.on(now)));
      });
      names.getChildren().add(name);
    }
    return names;
  }

  /// What is the matter with a link, and what its guards have done, where it has any.
  private void showLive(LinkView view) {
    showNow(view.suffered(), 1);
    boolean hasAny = shownLink.filter(link -> !link.guards().areNone()).isPresent();
    guards.setManaged(hasAny);
    guards.setVisible(hasAny);
    guards.setText(hasAny ? Texts.get("inspector.guards", Numbers.count(view.guards().retries()),
        Numbers.count(view.guards().hedges()), Numbers.count(view.guards().refused()), view.guards().open()) : "");
  }

  private void showNode(Node node) {
    heading(node.name());
    text(PartText.summary(node.component().kind()), "summary");
    content.getChildren().add(new FidelityCard(node.component().kind(), () -> onReference.accept(node.component())));
    var ways = new FlowPane(10, 0);
    showWays(ways, node);
    onChange.add(changed -> showWays(ways, changed));
    content.getChildren().addAll(ways, problems);
    showProblems(node);
    var numbers = new LiveNumbers(node, workbench.topologyProperty().get().isScaled(node.name()));
    live = Optional.of(numbers);
    showNow(List.of(), 1);
    content.getChildren().addAll(now, numbers);
    if (node.component().kind().faults().length > 0) {
      var buttons = new FaultButtons(workbench, node, "fault-");
      content.getChildren().add(buttons);
      onChange.add(buttons::show);
    }
    heading2(Texts.get("inspector.parameters"));
    if (node.component().canSuffer(Fault.CRASH)) {
      addZone(node);
    }
    Consumer<Record> change = changed -> workbench.change(node.name(), (ComponentSpec) changed);
    if (!node.component().sizes().isEmpty()) {
      add(new SizeChoice(node.component(), change));
    }
    parameters(node.component().kind().id(), (Record) node.component(), change);
  }

  /// A zone means something only for what an outage of it can end.
  private void addZone(Node node) {
    var field = new ParameterField(ZONE, node, List.of(), changed ->
        workbench.moveTo(node.name(), ((Node) changed).zone()));
    content.getChildren().add(field);
    onChange.add(field::show);
  }

  /// Explains the newest request that went over a link.
  private Hyperlink whyHere(Link link) {
    var why = new Hyperlink(Texts.get("inspector.link.why"), Icons.icon(Feather.HELP_CIRCLE));
    why.setId("link-why");
    why.setOnAction(_ -> {
      why.setVisited(false);
      workbench.time().ask(new Question.Call(link.from(), link.to(), Fate.SLOW));
    });
    return why;
  }

  /// The links of a node, to be selected without aiming at a line.
  private void showWays(FlowPane ways, Node node) {
    var topology = workbench.topologyProperty().get();
    ways.getChildren().setAll(
        Stream.concat(topology.linksTo(node.name()).stream(), topology.linksFrom(node.name()).stream())
            .map(link -> way(link, node)).toList());
  }

  private Hyperlink way(Link link, Node seenFrom) {
    boolean isOutward = link.from().equals(seenFrom.name());
    var way = new Hyperlink(isOutward ? "→ " + link.to() : link.from() + " →");
    way.setId("link-" + link.from() + "-" + link.to());
    way.setAccessibleText(link.way());
    way.setOnAction(_ -> workbench.select(new Workbench.Selection(Set.of(), Optional.of(link))));
    return way;
  }

  private void showProblems(Node node) {
    problems.getChildren().setAll(workbench.document().scenario().problems().stream()
        .filter(problem -> problem.node().equals(node.name()))
        .map(problem -> label(EngineText.of(problem), "problem"))
        .toList());
    problems.setManaged(!problems.getChildren().isEmpty());
  }

  /// The parameters of a component or a link: first its own, then its groups, then its lists, which can be folded
  /// away. The ends of a link are drawn, not typed.
  private void parameters(String kind, Record owner, Consumer<Record> change) {
    boolean isFirst = true;
    for (var group : groups(owner)) {
      if (group.whole().isPresent()) {
        if (owner instanceof Link && isFirst) {
          heading2(Texts.get("inspector.guards.heading"));
          text(Texts.get("inspector.guards.order"), "hint");
          isFirst = false;
        }
        addFoldable(kind, new GroupPane(group, owner, this::nodes, change));
      } else {
        group.parameters().stream()
            .filter(parameter -> parameter.type() != List.class && !(owner instanceof Link && isEnd(parameter)))
            .forEach(parameter -> add(new ParameterField(parameter, owner, nodes(parameter), change)));
      }
    }
    Parameter.of(owner.getClass()).stream().filter(parameter -> parameter.type() == List.class)
        .forEach(parameter -> addFoldable(kind, new RecordTable(parameter, owner, this::nodes, change)));
  }

  /// The guards of a link in the order in which they stand around a call.
  private static List<ParameterGroup> groups(Record owner) {
    var groups = ParameterGroup.of(owner.getClass());
    return owner instanceof Link ? groups.stream().sorted(Comparator.comparing(
        group -> group.whole().filter(whole -> whole.type() == CallGuards.class).isPresent())).toList() : groups;
  }

  private static boolean isEnd(Parameter ofLink) {
    return ofLink.type() == String.class;
  }

  /// Names of the nodes that a parameter may name.
  private List<String> nodes(Parameter parameter) {
    return workbench.topologyProperty().get().nodes(parameter.annotation().nodesOf()).stream().map(Node::name).toList();
  }

  private <V extends Region & ValueView> void add(V view) {
    values.add(view);
    content.getChildren().add(view);
  }

  /// What was unfolded once stays so when another node of the kind is selected.
  private <V extends TitledPane & ValueView> void addFoldable(String kind, V view) {
    var key = kind + view.getId();
    view.setExpanded(unfolded.contains(key));
    view.expandedProperty().addListener((_, _, isUnfolded) -> {
      if (isUnfolded) {
        unfolded.add(key);
      } else {
        unfolded.remove(key);
      }
    });
    add(view);
  }

  private void showLive(NodeView view) {
    live.ifPresent(numbers -> numbers.show(view));
    showNow(view.suffered(), view.instances());
  }

  /// The faults that last and are on now.
  private void showNow(List<Suffered> suffered, int instances) {
    now.setText(suffered.stream().map(one -> one.instances() == instances
        ? Texts.get("inspector.now", FaultText.of(one))
        : Texts.get("inspector.now.of", FaultText.of(one), one.instances(), instances))
        .collect(Collectors.joining("\n")));
    now.setVisible(!suffered.isEmpty());
    now.setManaged(!suffered.isEmpty());
  }

  private void heading(String text) {
    text(text, "heading");
  }

  private void heading2(String text) {
    text(text, "heading2");
  }

  private void text(String text, String style) {
    content.getChildren().add(label(text, style));
  }

  private static Label label(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }
}
