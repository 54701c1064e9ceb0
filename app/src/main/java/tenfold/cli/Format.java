package tenfold.cli;

import java.io.PrintStream;
import java.util.function.BiConsumer;

/// How a report is written.
enum Format {
  /// For people.
  TABLE(TableReport::write),
  /// For programs; always UTF-8.
  JSON(JsonReport::write),
  /// For spreadsheets, as in RFC 4180; always UTF-8.
  CSV(CsvReport::write);

  private final BiConsumer<Report, PrintStream> writer;

  Format(BiConsumer<Report, PrintStream> writer) {
    this.writer = writer;
  }

  void write(Report report, PrintStream out) {
    writer.accept(report, out);
  }
}
