package tenfold.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenfold.app.look.Texts;
import tenfold.app.reference.ReferencePage;

/// A page of the reference as Markdown.
final class ReferenceMarkdown {
  private static final String END = System.lineSeparator();

  private final StringBuilder text = new StringBuilder();

  private ReferenceMarkdown() {}

  static String of(ReferencePage page) {
    var markdown = new ReferenceMarkdown();
    markdown.write(page);
    return markdown.text.toString();
  }

  private void write(ReferencePage page) {
    var kind = page.kind();
    line("# " + kind.label() + " (`" + kind.id() + "`)", "", kind.summary(), "");
    line("## " + Texts.get("reference.models"), "");
    Stream.of(kind.models()).forEach(sentence -> line("- " + sentence));
    line("", "## " + Texts.get("reference.leavesOut"), "");
    Stream.of(kind.leavesOut()).forEach(sentence -> line("- " + sentence));
    line("", "## " + Texts.get("reference.parameters"));
    page.sections().forEach(this::section);
    line("", "## " + Texts.get("reference.faults"), "");
    terms(page.faults(), Texts.get("reference.noFaults"));
    line("", "## " + Texts.get("reference.figures"), "");
    terms(page.figures(), "");
  }

  private void section(ReferencePage.Section section) {
    line("");
    if (!section.title().isEmpty()) {
      line("### " + section.title(), "");
    }
    row(Stream.of("label", "name", "unit", "standard", "range", "effect", "source")
        .map(column -> Texts.get("reference.column." + column)).toList());
    line("|---|---|---|---|---|---|---|");
    section.rows().forEach(row -> row(List.of(
        row.label(), "`" + row.name() + "`", row.unit(), row.standard(), row.range(), row.effect(), row.source())));
  }

  private void terms(List<ReferencePage.Term> terms, String none) {
    if (terms.isEmpty()) {
      line(none);
    }
    terms.forEach(term -> line("- **" + term.label() + "** (`" + term.name() + "`): " + term.meaning()));
  }

  private void row(List<String> cells) {
    line(cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
  }

  private void line(String... lines) {
    Stream.of(lines).forEach(each -> text.append(each).append(END));
  }
}
