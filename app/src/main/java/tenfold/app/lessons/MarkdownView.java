package tenfold.app.lessons;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.Parser;

/// Markdown as native text, so that it follows the theme and can be read aloud.
final class MarkdownView extends VBox {
  private static final Parser PARSER = Parser.builder().build();

  private final Links links;

  /// @param links what links and pictures do, as in `[Look](see:families=100)`
  MarkdownView(String markdown, Links links) {
    this.links = links;
    getStyleClass().add("markdown");
    PARSER.parse(markdown).accept(new Renderer());
  }

  private final class Renderer extends AbstractVisitor {
    private TextFlow flow = new TextFlow();
    private String style = "";
    private String bullet = "";

    @Override
    public void visit(Paragraph paragraph) {
      block("paragraph", paragraph);
    }

    @Override
    public void visit(Heading heading) {
      block("heading", heading);
    }

    @Override
    public void visit(BulletList list) {
      bullet = "•  ";
      visitChildren(list);
      bullet = "";
    }

    @Override
    public void visit(OrderedList list) {
      numbered(list);
    }

    @Override
    public void visit(ListItem item) {
      visitChildren(item);
    }

    @Override
    public void visit(StrongEmphasis strong) {
      styled("strong", strong);
    }

    @Override
    public void visit(Emphasis emphasis) {
      styled("emphasis", emphasis);
    }

    @Override
    public void visit(Code code) {
      add(code.getLiteral(), "code");
    }

    @Override
    public void visit(org.commonmark.node.Text text) {
      add(text.getLiteral(), style);
    }

    @Override
    public void visit(Link link) {
      if (links.leads(link.getDestination())) {
        var see = new Hyperlink(Quantities.inside(link));
        see.getStyleClass().add("see");
        see.setOnAction(_ -> links.follow(link.getDestination()));
        flow.getChildren().add(see);
      } else {
        styled("emphasis", link);
      }
    }

    /// A picture stands by itself, below the paragraph that it is in.
    @Override
    public void visit(Image image) {
      var caption = Quantities.inside(image);
      links.picture(image.getDestination(), caption).ifPresent(picture -> {
        var words = new Label(caption);
        words.getStyleClass().add("muted");
        words.setWrapText(true);
        getChildren().addAll(picture, words);
      });
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      add(" ", style);
    }

    private void numbered(Node list) {
      int number = 1;
      for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
        bullet = number++ + ".  ";
        item.accept(this);
      }
      bullet = "";
    }

    private void block(String name, Node node) {
      flow = new TextFlow();
      flow.getStyleClass().addAll(name, "words");
      if (!bullet.isEmpty()) {
        add(bullet, "");
      }
      visitChildren(node);
      if (!flow.getChildren().isEmpty()) {
        getChildren().add(flow);
      }
    }

    private void styled(String name, Node node) {
      var outer = style;
      style = name;
      visitChildren(node);
      style = outer;
    }

    private void add(String words, String name) {
      var text = new Text(words);
      text.getStyleClass().add("text");
      if (!name.isEmpty()) {
        text.getStyleClass().add(name);
      }
      flow.getChildren().add(text);
    }
  }
}
