package tenfold.app.lessons;

import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
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

  MarkdownView(String markdown) {
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
      visit((Node) list);
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
    public void visit(SoftLineBreak lineBreak) {
      add(" ", style);
    }

    private void visit(Node list) {
      int number = 1;
      for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
        bullet = number++ + ".  ";
        item.accept(this);
      }
      bullet = "";
    }

    private void block(String name, Node node) {
      flow = new TextFlow();
      flow.getStyleClass().add(name);
      if (!bullet.isEmpty()) {
        add(bullet, "");
      }
      visitChildren(node);
      getChildren().add(flow);
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
