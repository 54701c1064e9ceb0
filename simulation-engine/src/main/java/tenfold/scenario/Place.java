package tenfold.scenario;

import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/// Where something stands in a file's text.
final class Place {
  private Place() {}

  /// Where the property with that path stands; empty when it is not there.
  static Optional<TokenStreamLocation> of(JsonPointer property, String text) {
    try (var parser = Json.mapper(true).createParser(text)) {
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME && parser.streamReadContext().pathAsPointer().equals(property)) {
          return Optional.of(parser.currentTokenLocation());
        }
      }
    }
    return Optional.empty();
  }

  /// As ", line 3, column 7"; nothing when it is not known.
  static String said(Optional<TokenStreamLocation> location) {
    return location.filter(known -> known.getLineNr() >= 1)
        .map(known -> ", line " + known.getLineNr() + ", column " + known.getColumnNr())
        .orElse("");
  }
}
