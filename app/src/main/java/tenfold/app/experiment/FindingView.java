package tenfold.app.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import tenfold.app.charts.FxGraphic;
import tenfold.app.experiment.Finding.Command;
import tenfold.app.experiment.Finding.Figure;
import tenfold.app.experiment.Finding.Heading;
import tenfold.app.experiment.Finding.Part;
import tenfold.app.experiment.Finding.Table;
import tenfold.app.experiment.Finding.Words;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;

/// A finding on screen.
final class FindingView extends VBox {
  /// Height of a bar under a table that is wider than the sheet, in pixels.
  private static final double SCROLL_BAR = 12;
  private static final double HEAD_PADDING = 18;
  private static final Font HEAD_FONT = Font.font("Inter", 12);

  private final List<FigureView> figures = new ArrayList<>();
  private Palette palette = Palette.LIGHT;

  FindingView() {
    getStyleClass().add("finding");
  }

  /// Shows a finding instead of what was there.
  void show(Finding finding) {
    figures.clear();
    getChildren().setAll(label(finding.title(), "title"));
    finding.parts().forEach(part -> getChildren().add(view(part)));
  }

  /// Draws in the light or the dark theme from now on.
  void theme(Palette chosen) {
    palette = chosen;
    figures.forEach(FigureView::paint);
  }

  private Node view(Part part) {
    return switch (part) {
      case Heading heading -> label(heading.text(), "heading");
      case Words words -> label(words.text(), words.isMain() ? "main" : "muted");
      case Command command -> label(command.text(), "command");
      case Table table -> table(table);
      case Figure figure -> {
        var view = new FigureView(figure);
        figures.add(view);
        yield view;
      }
    };
  }

  /// Scrolls where it is wider than the sheet.
  private static ScrollPane table(Table table) {
    var grid = new GridPane();
    grid.getStyleClass().add("numbers");
    grid.setAccessibleRole(AccessibleRole.TABLE_VIEW);
    row(grid, 0, table.heads(), "head-cell");
    for (int i = 0; i < table.rows().size(); i++) {
      row(grid, i + 1, table.rows().get(i), "cell");
    }
    var scroll = new ScrollPane(grid);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.viewportBoundsProperty().subscribe(room -> scroll.setFitToWidth(room.getWidth() >= grid.minWidth(-1)));
    grid.heightProperty().subscribe(height -> scroll.setMinHeight(height.doubleValue() + SCROLL_BAR));
    return scroll;
  }

  private static void row(GridPane grid, int row, List<String> cells, String style) {
    for (int column = 0; column < cells.size(); column++) {
      var cell = label(cells.get(column), style);
      cell.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
      cell.setAlignment(column == 0 ? Pos.BOTTOM_LEFT : Pos.BOTTOM_RIGHT);
      GridPane.setHalignment(cell, column == 0 ? HPos.LEFT : HPos.RIGHT);
      grid.add(cell, column, row);
    }
  }

  private static Label label(String text, String style) {
    var label = new Label(text);
    boolean isNumber = "cell".equals(style);
    label.setWrapText(!isNumber);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMinWidth(isNumber ? USE_PREF_SIZE : "head-cell".equals(style) ? longestWord(text) : USE_COMPUTED_SIZE);
    label.getStyleClass().add(style);
    return label;
  }

  /// Heads may be broken between words, not within one.
  private static double longestWord(String text) {
    return HEAD_PADDING + Stream.of(text.split(" ")).map(Text::new).peek(word -> word.setFont(HEAD_FONT))
        .mapToDouble(word -> Math.ceil(word.getLayoutBounds().getWidth())).max().orElse(0);
  }

  /// A drawing, as wide as there is room, at most as wide as it is meant to be.
  private final class FigureView extends Region {
    private final Figure figure;
    private final Canvas canvas = new Canvas();

    FigureView(Figure figure) {
      this.figure = figure;
      getStyleClass().add("figure");
      setAccessibleRole(AccessibleRole.IMAGE_VIEW);
      setAccessibleText(figure.title());
      setMaxWidth(Figure.WIDTH);
      getChildren().add(canvas);
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
      return Figure.WIDTH;
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
      return figure.height() * (width < 0 ? 1 : Math.min(1, width / Figure.WIDTH));
    }

    @Override
    protected void layoutChildren() {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      paint();
    }

    void paint() {
      if (canvas.getWidth() > 0) {
        double scale = canvas.getWidth() / Figure.WIDTH;
        var context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth() + 1, canvas.getHeight() + 1); // Its edges may be between two pixels.
        context.save();
        context.scale(scale, scale);
        var graphic = new FxGraphic(context, palette);
        graphic.fill(0, 0, Figure.WIDTH, figure.height(), Ink.PANEL, 1);
        figure.drawing().accept(graphic);
        context.restore();
      }
    }
  }
}
