package tenfold.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/// A way in which a file can be damaged.
enum Mutation {
  /// One character becomes another.
  CHARACTER {
    @Override
    String of(String text, RandomGenerator random) {
      int at = random.nextInt(text.length());
      return text.substring(0, at) + (char) random.nextInt(1, 300) + text.substring(at + 1);
    }
  },
  /// A piece is lost.
  LOSS {
    @Override
    String of(String text, RandomGenerator random) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + random.nextInt(1, 40));
      return text.substring(0, from) + text.substring(to) + " ";
    }
  },
  /// The rest is lost.
  TRUNCATION {
    @Override
    String of(String text, RandomGenerator random) {
      return text.substring(0, random.nextInt(1, text.length() + 1)) + " ";
    }
  },
  /// One line stands twice.
  DOUBLED_LINE {
    @Override
    String of(String text, RandomGenerator random) {
      var lines = lines(text);
      int at = random.nextInt(lines.size());
      lines.add(at, lines.get(at));
      return String.join("\n", lines);
    }
  },
  /// Two lines change places.
  SWAPPED_LINES {
    @Override
    String of(String text, RandomGenerator random) {
      var lines = lines(text);
      Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
      return String.join("\n", lines);
    }
  },
  /// One value becomes another, of another type perhaps.
  VALUE {
    @Override
    String of(String text, RandomGenerator random) {
      var lines = lines(text);
      int at = random.nextInt(lines.size());
      lines.set(at, lines.get(at).replaceFirst(" : [^\\[{,]+", " : " + VALUES.get(random.nextInt(VALUES.size()))));
      return String.join("\n", lines);
    }
  },
  /// The file claims to be of a newer version.
  NEWER {
    @Override
    String of(String text, RandomGenerator random) {
      return text.replaceFirst("\"version\" : \\d+", "\"version\" : " + random.nextInt(1, 4));
    }
  };

  private static final List<String> VALUES = List.of("0", "-1", "1e400", "1e-400", "NaN", "\"NaN\"", "\"Infinity\"",
      "99999999999999999999", "null", "true", "\"\"", "\"text\"", "[]", "{}", "[[1]]", "[null]", "{\"a\" : 1}");

  /// The damaged text.
  abstract String of(String text, RandomGenerator random);

  private static List<String> lines(String text) {
    return new ArrayList<>(Arrays.asList(text.split("\n")));
  }
}
