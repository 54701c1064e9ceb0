package tenfold.app.lessons;

import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import tenfold.app.canvas.NodeText;
import tenfold.app.charts.DesignPicture;
import tenfold.app.charts.FxGraphic;
import tenfold.app.look.Palette;
import tenfold.topology.Topology;

/// A system in a lesson's text, drawn as the canvas shows it; as wide as the text.
final class DesignView extends Region {
  private static final double HIGHEST = 190;

  private final Topology topology;
  private final Palette palette;
  private final Canvas canvas = new Canvas();

  DesignView(Topology topology, String caption, Palette palette) {
    this.topology = topology;
    this.palette = palette;
    getStyleClass().add("design-view");
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(caption);
    getChildren().add(canvas);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return DesignPicture.height(topology, Math.max(width, 1), HIGHEST);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(getWidth());
    canvas.setHeight(getHeight());
    var context = canvas.getGraphicsContext2D();
    context.clearRect(0, 0, getWidth(), getHeight());
    DesignPicture.draw(topology, node -> NodeText.subtitle(node, node.component().instances(), Double.NaN),
        new FxGraphic(context, palette), getWidth(), getHeight());
  }
}
