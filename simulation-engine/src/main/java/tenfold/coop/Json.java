package tenfold.coop;

/// Writes text into JSON.
final class Json {
  private Json() {}

  /// Escapes quotes, backslashes and control characters (RFC 8259, section 7).
  static String escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (mustBeEscaped(text.charAt(i))) {
        return escapeAll(text);
      }
    }
    return text;
  }

  private static String escapeAll(String text) {
    var escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20) {
        escaped.append("\\u%04x".formatted((int) c));
      } else if (mustBeEscaped(c)) {
        escaped.append('\\').append(c);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean mustBeEscaped(char c) {
    return c == '"' || c == '\\' || c < 0x20;
  }
}
