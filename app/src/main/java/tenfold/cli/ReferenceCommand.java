package tenfold.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tenfold.app.palette.Kinds;
import tenfold.app.reference.ReferencePage;
import tenfold.component.ComponentSpec;
import tenfold.scenario.Nearest;

/// `tenfold reference`: what is to be known of each kind of component.
@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    versionProvider = TenfoldCommand.Version.class,
    description = "Prints, as Markdown, what a component models and leaves out, its parameters, faults and figures.")
final class ReferenceCommand implements Callable<Integer> {
  private final PrintStream out;

  @Parameters(arity = "0..1", paramLabel = "KIND",
      description = "as in a file (app-server) or on screen (Server); all of them when left out")
  private Optional<String> kind = Optional.empty();

  ReferenceCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() throws InputProblem {
    var wanted = kind.isPresent() ? List.of(named(kind.get())) : Kinds.all();
    out.print(wanted.stream()
        .map(component -> ReferenceMarkdown.of(ReferencePage.of(component)))
        .collect(Collectors.joining(System.lineSeparator())));
    return Cli.OK;
  }

  private static ComponentSpec named(String name) throws InputProblem {
    var named = Kinds.all().stream().filter(component -> names(component).anyMatch(name::equalsIgnoreCase)).findFirst();
    if (named.isEmpty()) {
      var known = Kinds.all().stream().flatMap(ReferenceCommand::names).toList();
      throw new InputProblem("There is no component \"" + name + "\""
          + Nearest.to(name, known).map(near -> "; did you mean \"" + near + "\"?").orElse(".") + " There are: "
          + Kinds.all().stream().map(component -> component.kind().id()).collect(Collectors.joining(", ")) + ".");
    }
    return named.get();
  }

  private static Stream<String> names(ComponentSpec component) {
    return Stream.of(component.kind().id(), component.kind().label());
  }
}
