package tenfold.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tenfold.app.charts.Csv;
import tenfold.component.Truth.Incident;

/// What went wrong, one line each, as comma-separated values: who was told what, when, what would have been right, and
/// the event that made it wrong.
final class IncidentFile {
  private static final List<String> HEAD =
      List.of("what", "atSeconds", "reader", "family", "told", "truth", "causeSeconds", "cause", "causeAt",
          "fromCache");

  private IncidentFile() {}

  /// Writes the incidents of the report's first row.
  ///
  /// @return a sentence that says where they are
  static String write(Report report, Path file) throws InputProblem {
    var incidents = report.summaries().getFirst().wrong().incidents();
    var text = new StringBuilder(Csv.line(HEAD));
    incidents.forEach(incident -> text.append(Csv.line(cells(incident))));
    try {
      Files.writeString(file, text);
      return incidents.size() + " incidents are in " + file.toAbsolutePath().normalize() + ".";
    } catch (IOException failure) {
      throw new InputProblem("The incidents cannot be written to " + file + OutputFile.reason(failure)
          + ". Choose another file.", failure);
    }
  }

  private static List<String> cells(Incident incident) {
    return List.of(incident.what().toString(), CsvReport.number(incident.atSeconds()),
        Integer.toString(incident.reader()), Long.toString(incident.family()), incident.told(), incident.truth(),
        CsvReport.number(incident.causeSeconds()), incident.cause().toString(), incident.causeAt(),
        Boolean.toString(incident.fromCache()));
  }
}
