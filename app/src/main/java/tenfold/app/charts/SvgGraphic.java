package tenfold.app.charts;

import java.util.Locale;
import java.util.stream.IntStream;
import tenfold.app.look.Ink;
import tenfold.app.look.Palette;

/// A surface that is written down as Scalable Vector Graphics (W3C, SVG 1.1): sharp at any size, with texts that can be
/// searched and read aloud.
public final class SvgGraphic implements Graphic {
  private static final String FAMILY = "Inter, system-ui, sans-serif";
  /// Where Inter is missing, most other fonts are wider.
  private static final double OTHER_FONTS = 1.15;

  private final StringBuilder elements = new StringBuilder();
  private final double width;
  private final double height;
  private final Palette palette;

  /// A surface of that size, filled with the colour of a pane.
  public SvgGraphic(double width, double height, Palette palette) {
    this.width = width;
    this.height = height;
    this.palette = palette;
    fill(0, 0, width, height, Ink.PANEL, 1);
  }

  /// The picture, as an element that stands alone in a file or inside a page.
  ///
  /// @param title what is read aloud for it
  public String text(String title) {
    return "<svg" + attribute("xmlns", "http://www.w3.org/2000/svg")
        + attribute("viewBox", "0 0 " + number(width) + " " + number(height)) + attribute("width", width)
        + attribute("height", height) + attribute("role", "img") + attribute("font-family", FAMILY)
        + ">\n<title>" + escaped(title) + "</title>\n" + elements + "</svg>\n";
  }

  @Override
  public void fill(double x, double y, double wide, double high, Ink ink, double opacity) {
    element("rect", attribute("x", x) + attribute("y", y) + attribute("width", wide) + attribute("height", high)
        + filled(ink, opacity));
  }

  @Override
  public void polyline(double[] xs, double[] ys, int count, Stroke stroke) {
    element("polyline", points(xs, ys, count) + attribute("fill", "none") + attribute("stroke", color(stroke.ink()))
        + opacity("stroke-opacity", stroke.opacity()) + attribute("stroke-width", stroke.width())
        + attribute("stroke-linejoin", "round")
        + (stroke.isDashed() ? attribute("stroke-dasharray", "4 4") : attribute("stroke-linecap", "round")));
  }

  @Override
  public void area(double[] xs, double[] ys, int count, Ink ink, double opacity) {
    element("polygon", points(xs, ys, count) + filled(ink, opacity));
  }

  @Override
  public void text(String text, double x, double y, Anchor anchor, double size, boolean isBold, Ink ink) {
    var side = switch (anchor) {
      case LEFT -> "start";
      case CENTER -> "middle";
      case RIGHT -> "end";
    };
    elements.append("<text").append(attribute("x", x)).append(attribute("y", y)).append(attribute("text-anchor", side))
        .append(attribute("font-size", size)).append(isBold ? attribute("font-weight", 600) : "")
        .append(filled(ink, 1)).append('>').append(escaped(text)).append("</text>\n");
  }

  @Override
  public double textWidth(String text, double size, boolean isBold) {
    return OTHER_FONTS * Lettering.width(text, size, isBold);
  }

  /// A text as it stands inside XML.
  public static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  private void element(String name, String attributes) {
    elements.append('<').append(name).append(attributes).append("/>\n");
  }

  private String filled(Ink ink, double opacity) {
    return attribute("fill", color(ink)) + opacity("fill-opacity", opacity);
  }

  private static String opacity(String name, double opacity) {
    return opacity < 1 ? attribute(name, opacity) : "";
  }

  private String color(Ink ink) {
    return String.format(Locale.ROOT, "#%06x", ink.rgb(palette));
  }

  private static String points(double[] xs, double[] ys, int count) {
    return attribute("points", String.join(" ",
        IntStream.range(0, count).mapToObj(i -> number(xs[i]) + "," + number(ys[i])).toList()));
  }

  private static String attribute(String name, double value) {
    return attribute(name, number(value));
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + value + "\"";
  }

  /// To a hundredth of a pixel.
  private static String number(double value) {
    double rounded = Math.rint(100 * value) / 100;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
