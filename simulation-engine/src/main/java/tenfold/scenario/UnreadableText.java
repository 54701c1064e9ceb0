package tenfold.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import tenfold.component.Parameter;

/// A file of lines, such as a price list or a recorded trace, cannot be used; the message says which file, which line,
/// what is wrong, and what helps.
public final class UnreadableText extends Exception {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 40;

  UnreadableText(String message) {
    super(message);
  }

  private UnreadableText(String message, Throwable cause) {
    super(message, cause);
  }

  /// The text of a file.
  ///
  /// @param maxBytes no sensible file of that kind is larger
  /// @param kind what it should be, as in "price list"
  static String read(Path file, long maxBytes, String kind) throws UnreadableText {
    try {
      if (Files.isDirectory(file)) {
        throw new UnreadableText(file + " is a folder, not a " + kind + ". Name a file in it.");
      }
      if (Files.size(file) > maxBytes) {
        throw new UnreadableText(String.format(Locale.ROOT, "%s is larger than %,d kB, so it is no %s. Choose another.",
            file, maxBytes / 1_000, kind));
      }
      var text = Files.readString(file);
      if (text.indexOf('\0') >= 0) {
        throw new UnreadableText(file + " is not text, so it is no " + kind + ". Choose another.");
      }
      return text;
    } catch (NoSuchFileException missing) {
      throw new UnreadableText("There is no file " + file + ". Check the name and the folder.", missing);
    } catch (CharacterCodingException notUtf8) {
      throw new UnreadableText(file + " is not UTF-8 text, so it is no " + kind + ". Choose another.", notUtf8);
    } catch (IOException failure) {
      throw new UnreadableText(file + " cannot be read: " + failure.getMessage() + ".", failure);
    }
  }

  /// A number of a line.
  ///
  /// @param what where it stands and what it is, for error messages
  static double number(String text, String what, double min, double max) throws UnreadableText {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException none) {
      throw new UnreadableText(what + " must be a number, not \"" + shortened(text) + "\". Write it as in 12.5.", none);
    }
    if (!(number >= min && number <= max)) {
      throw new UnreadableText(what + " must be between " + Parameter.plain(min) + " and " + Parameter.plain(max)
          + ", not " + shortened(text) + ". Give it a value in that range.");
    }
    return number;
  }

  /// So much of a text as can be shown.
  static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }
}
