package tenfold.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tenfold.component.Billed;

/// What things cost, in dollars. The shipped list is the resource `prices.txt`; a file of the same form says which
/// prices differ.
///
/// @param prices by item
public record PriceList(Map<String, Double> prices) {
  /// Largest price that a list may have, in dollars.
  private static final double MOST = 1e6;
  private static final String RESOURCE = "prices.txt";

  /// Copies the prices.
  public PriceList {
    prices = Map.copyOf(prices);
  }

  /// The shipped list.
  public static PriceList standard() {
    try (var stream = PriceList.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("the program was built without " + RESOURCE);
      }
      return new PriceList(parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), RESOURCE, Map.of()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (UnreadableText broken) {
      throw new IllegalStateException("the shipped price list is broken: " + broken.getMessage(), broken);
    }
  }

  /// The shipped list with the prices of a file instead of its own.
  public static PriceList read(Path file) throws UnreadableText {
    return standard().with(UnreadableText.read(file, 100_000, "price list"), file.toString());
  }

  /// This list with the prices of a text instead of its own; `source` is its name for error messages.
  PriceList with(String text, String source) throws UnreadableText {
    var changed = new HashMap<>(prices);
    changed.putAll(parse(text, source, prices));
    return new PriceList(changed);
  }

  /// What one of an item costs.
  ///
  /// @throws IllegalArgumentException when the list has no such item
  public double price(String item) {
    var price = item.equals(Billed.OWN_PRICE) ? Double.valueOf(1) : prices.get(item);
    if (price == null) {
      throw new IllegalArgumentException("the price list has no \"" + item + "\"");
    }
    return price;
  }

  /// @param known items that there are; empty when all names are good
  private static Map<String, Double> parse(String text, String source, Map<String, Double> known)
      throws UnreadableText {
    var prices = new LinkedHashMap<String, Double>();
    var lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i).replaceFirst("#.*", "").strip();
      if (!line.isEmpty()) {
        var place = source + ", line " + (i + 1) + ": ";
        int equals = line.indexOf('=');
        if (equals < 1) {
          throw new UnreadableText(place + "\"" + UnreadableText.shortened(line)
              + "\" is no price. Write a name, an equals sign and dollars, as in: queue = 20");
        }
        var name = line.substring(0, equals).strip();
        if (!known.isEmpty() && !known.containsKey(name)) {
          throw new UnreadableText(place + "there is no item \"" + UnreadableText.shortened(name) + "\""
              + Nearest.to(UnreadableText.shortened(name), known.keySet())
                  .map(near -> "; did you mean \"" + near + "\"?").orElse(".")
              + " There are: " + String.join(", ", known.keySet().stream().sorted().toList()) + ".");
        }
        double price = UnreadableText.number(line.substring(equals + 1).strip(), place + name, 0, MOST);
        if (prices.put(name, price) != null) {
          throw new UnreadableText(place + "there is a price for " + name + " already. Keep one of the two lines.");
        }
      }
    }
    return prices;
  }
}
