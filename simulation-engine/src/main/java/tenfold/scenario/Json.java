package tenfold.scenario;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import tenfold.component.ComponentSpec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/// How scenarios are written as JSON: strictly. Every property must be there, none may be unknown, numbers are
/// numbers.
final class Json {
  private static final CoercionAction FAIL = CoercionAction.Fail;

  private Json() {}

  /// @param keepsUnknown whether unknown properties are passed over, as in a file of a newer version
  static JsonMapper mapper(boolean keepsUnknown) {
    var builder = JsonMapper.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, !keepsUnknown)
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .withCoercionConfig(LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Integer, FAIL)
            .setCoercion(CoercionInputShape.Float, FAIL).setCoercion(CoercionInputShape.Boolean, FAIL))
        .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL).withValueNulls(Nulls.FAIL))
        .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n")))
        .addModule(new Records().addSerializer(Double.class, new PlainDouble())
            .addSerializer(double.class, new PlainDouble()))
        .annotationIntrospector(new Absent.Properties())
        .injectableValues(new Absent.Defaults())
        .addMixIn(ComponentSpec.class, WithKind.class);
    for (var type : ComponentSpec.class.getPermittedSubclasses()) {
      var spec = type.asSubclass(ComponentSpec.class);
      builder.registerSubtypes(new NamedType(spec, ComponentSpec.kind(spec).id()));
    }
    return builder.build();
  }

  /// Every component says of what kind it is.
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface WithKind {}

  /// Writes 4.0 as 4.
  private static final class PlainDouble extends StdSerializer<Double> {
    PlainDouble() {
      super(Double.class);
    }

    @Override
    public void serialize(Double value, JsonGenerator generator, SerializationContext context) {
      if (value == Math.rint(value) && Math.abs(value) < 1e15) {
        generator.writeNumber(value.longValue());
      } else {
        generator.writeNumber(value);
      }
    }
  }
}
