package tenfold.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of component is complete: palette, files, inspector and checks live on what is asserted here.
class ComponentSpecTest {
  static Stream<Class<? extends ComponentSpec>> kinds() {
    return Arrays.stream(ComponentSpec.class.getPermittedSubclasses())
        .map(type -> type.asSubclass(ComponentSpec.class));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindIsARecordThatSaysWhatItIs(Class<? extends ComponentSpec> type) {
    assertTrue(type.isRecord());
    var kind = ComponentSpec.kind(type);
    assertNotNull(kind, type + " needs @Kind");
    assertTrue(kind.id().matches("[a-z]+(-[a-z]+)*"), kind.id());
    assertFalse(kind.label().isBlank());
    assertTrue(kind.summary().endsWith("."), kind.summary());
  }

  @Test
  void idsAndLabelsAreUnique() {
    var all = kinds().map(ComponentSpec::kind).toList();
    assertEquals(all.size(), all.stream().map(Kind::id).distinct().count());
    assertEquals(all.size(), all.stream().map(Kind::label).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theDefaultsAreInsideTheirRanges(Class<? extends ComponentSpec> kind) {
    assertEquals(List.of(), Parameter.faultsOf(ComponentSpec.standard(kind)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyParameterHasALabelARangeAndASource(Class<? extends ComponentSpec> kind) {
    for (var parameter : Parameter.of(kind)) {
      complete(parameter);
      assertNotNull(parameter.value(ComponentSpec.standard(kind)), parameter.path());
      if (parameter.type() == List.class) {
        Parameter.of(parameter.entryType()).forEach(ComponentSpecTest::complete);
      }
    }
  }

  private static void complete(Parameter parameter) {
    var annotation = parameter.annotation();
    assertFalse(annotation.label().isBlank(), parameter.path());
    assertFalse(annotation.source().isBlank(), parameter.path());
    assertTrue(annotation.min() <= annotation.max(), parameter.path());
  }

  /// Every parameter is in one group, and groups have names that differ.
  @ParameterizedTest
  @MethodSource("kinds")
  void groupsHoldEveryParameterOnce(Class<? extends ComponentSpec> kind) {
    var groups = ParameterGroup.of(kind);
    assertEquals(Parameter.of(kind).stream().map(Parameter::path).sorted().toList(),
        groups.stream().flatMap(group -> group.parameters().stream()).map(Parameter::path).sorted().toList());
    var labels = groups.stream().flatMap(group -> group.whole().stream()).map(whole -> whole.annotation().label())
        .toList();
    assertEquals(labels.stream().distinct().toList(), labels);
    assertTrue(labels.stream().noneMatch(String::isBlank), labels.toString());
  }

  /// Labels stand beside each other in the inspector, so two that look the same must differ in their unit.
  @ParameterizedTest
  @MethodSource("kinds")
  void labelsWithTheirUnitsAreUnique(Class<? extends ComponentSpec> kind) {
    var labels = Parameter.of(kind).stream().map(p -> p.annotation().label() + " " + p.annotation().unit()).toList();
    assertEquals(labels.stream().distinct().toList(), labels);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aStackHasTheHeightThatWasAskedForOrNone(Class<? extends ComponentSpec> kind) {
    var standard = ComponentSpec.standard(kind);
    assertEquals(1, standard.instances());
    var stack = standard.withInstances(3);
    assertTrue(stack.instances() == 3 || stack == standard);
    assertEquals(standard, stack.withInstances(1));
  }

  /// The pattern text's table: 4 cores for $100 to 64 for $8,000.
  @Test
  void aServerCanBeHadInTheFiveSizesOfTheText() {
    var server = new AppServer();
    assertEquals(MachineSize.OFFERED, server.sizes());
    assertEquals(Optional.of(new MachineSize(4, 16, 100)), server.size());
    var large = server.withSize(new MachineSize(64, 256, 8_000));
    assertEquals(List.of(), Parameter.faultsOf(large));
    assertEquals(Optional.of(new MachineSize(64, 256, 8_000)), large.size());
    assertEquals(Optional.empty(), server.withSize(new MachineSize(4, 16, 101)).size());
  }

  /// What can be added to a list has defaults that are legal.
  @ParameterizedTest
  @MethodSource("kinds")
  void aListThatCanGrowHasANewEntry(Class<? extends ComponentSpec> kind) {
    var standard = ComponentSpec.standard(kind);
    Parameter.of(kind).stream()
        .filter(parameter -> parameter.value(standard) instanceof List<?> list && list.isEmpty())
        .forEach(parameter -> assertEquals(List.of(), Parameter.faultsOf(parameter.newEntry())));
  }

  @Test
  void aValueOutsideItsRangeIsNamedWithTheRange() {
    assertEquals(List.of("serviceTimeMs must be between 0.0005 and 1, not 7"),
        Parameter.faultsOf(new RedisCache(7, 1, 1_000)));
    assertEquals(List.of("pool.limit must be between 1 and 10000, not 0"),
        Parameter.faultsOf(serverWith(new ConnectionPool(0, 0, 0))));
    assertEquals(List.of("sessionTtlMs must be between 1000 and 2592000000, not NaN"),
        Parameter.faultsOf(new RedisCache(1, 1, Double.NaN)));
  }

  @Test
  void aServerKnowsTheCostOfEveryRoute() {
    for (var route : tenfold.coop.Route.values()) {
      assertEquals(route, new AppServer().cpu(route).route());
    }
  }

  private static AppServer serverWith(ConnectionPool pool) {
    var standard = new AppServer();
    return new AppServer(1, 4, 100, standard.processModel(), 200, 511, standard.overflow(), List.of(), pool);
  }
}
