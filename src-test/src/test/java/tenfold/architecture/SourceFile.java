package tenfold.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A Java file of the repository, by its path below the root and its lines.
record SourceFile(Path path, List<String> lines) {
  private static final Path ROOT = Path.of(System.getProperty("tenfold.root", ".."));
  private static final List<String> MODULES = List.of("simulation-engine", "lessons", "app", "src-test");

  /// Every file, tests included.
  static List<SourceFile> all() {
    return MODULES.stream().flatMap(module -> below(ROOT.resolve(module).resolve("src"))).toList();
  }

  /// Every file that is no test.
  static List<SourceFile> main() {
    return all().stream().filter(file -> !file.path.startsWith("src-test")).toList();
  }

  Path absolutePath() {
    return ROOT.resolve(path);
  }

  String text() {
    return String.join("\n", lines);
  }

  @Override
  public String toString() {
    return path.toString();
  }

  private static Stream<SourceFile> below(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().map(SourceFile::read).toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static SourceFile read(Path file) {
    try {
      return new SourceFile(ROOT.relativize(file), Files.readAllLines(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
