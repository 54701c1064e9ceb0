package tenfold.app.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tenfold.app.charts.ChartFiles;
import tenfold.app.charts.Picture;
import tenfold.app.charts.SvgGraphic;
import tenfold.app.experiment.Finding.Command;
import tenfold.app.experiment.Finding.Figure;
import tenfold.app.experiment.Finding.Heading;
import tenfold.app.experiment.Finding.Part;
import tenfold.app.experiment.Finding.Table;
import tenfold.app.experiment.Finding.Words;
import tenfold.app.look.Palette;
import tenfold.app.look.Texts;

/// A finding as a page that holds everything it shows: one file, drawings and style inside, no scripts, nothing from
/// elsewhere.
public final class HtmlPage {
  private static final String TEMPLATE = "/tenfold/app/page.html";
  /// Words in a cell that are longer than this may be broken.
  private static final int LONG = 28;

  private HtmlPage() {}

  /// Writes the page to a file.
  public static void write(Finding finding, Path file) throws IOException {
    Picture.write(file, of(finding).getBytes(StandardCharsets.UTF_8));
  }

  /// The page.
  public static String of(Finding finding) {
    var parts = new StringBuilder();
    finding.parts().forEach(part -> parts.append(html(part)).append('\n'));
    return template().replace("{language}", Texts.language().tag())
        .replace("{title}", SvgGraphic.escaped(finding.title()))
        .replace("{footer}", SvgGraphic.escaped(Texts.get("page.footer"))).replace("{parts}", parts);
  }

  private static String html(Part part) {
    return switch (part) {
      case Heading heading -> element("h2", "", SvgGraphic.escaped(heading.text()));
      case Words words -> element("p", words.isMain() ? "main" : "quiet", SvgGraphic.escaped(words.text()));
      case Command command -> element("pre", "", SvgGraphic.escaped(command.text()));
      case Figure figure -> element("figure", "",
          ChartFiles.svg(figure.title(), figure.drawing(), Figure.WIDTH, figure.height(), Palette.LIGHT));
      case Table table -> table(table);
    };
  }

  private static String table(Table table) {
    var rows = new StringBuilder(element("tr", "", cells("th", table.heads())));
    table.rows().forEach(row -> rows.append(element("tr", "", cells("td", row))));
    return element("div", "wide", element("table", "", rows.toString()));
  }

  private static String cells(String name, List<String> cells) {
    var row = new StringBuilder();
    cells.forEach(cell -> row.append(element(name, cell.length() > LONG ? "long" : "", SvgGraphic.escaped(cell))));
    return row.toString();
  }

  private static String element(String name, String style, String content) {
    return "<" + name + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + content + "</" + name + ">";
  }

  private static String template() {
    try (var stream = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
