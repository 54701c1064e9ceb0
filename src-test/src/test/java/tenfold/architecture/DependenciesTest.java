package tenfold.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;
import tenfold.coop.Jobs;
import tenfold.coop.Release;
import tenfold.coop.Route;
import tenfold.coop.Router;
import tenfold.coop.Variants;

/// What may know what: each line of the house's plan is a test, with its reason.
class DependenciesTest {
  private static final String[] ANYWHERE = {"java..", "org.jspecify.annotations"};
  private static final String[] APP = {"tenfold.app..", "tenfold.cli..", "tenfold.live.."};
  private static final JavaClasses HOUSE =
      new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("tenfold");

  @Test
  void theKernelKnowsTheJdkOnly() {
    mayKnow("tenfold.kernel", "jdk.internal.vm")
        .because("any process-interaction simulation can use it, whatever it simulates").check(HOUSE);
  }

  @Test
  void statisticsKnowCommonsMathAndHdrHistogramOnly() {
    mayKnow("tenfold.stats", "org.apache.commons.math3..", "org.HdrHistogram")
        .because("arithmetic on samples has no idea what the numbers mean").check(HOUSE);
  }

  @Test
  void theoryKnowsCommonsMathOnly() {
    mayKnow("tenfold.theory", "org.apache.commons.math3..")
        .because("a formula that knew the simulator could not be held against it").check(HOUSE);
  }

  @Test
  void portsKnowTheJdkOnly() {
    mayKnow("tenfold.port").because("live adapters implement them without the simulator").check(HOUSE);
  }

  @Test
  void portsAreNarrow() {
    classes().that().resideInAPackage("tenfold.port").and().areInterfaces().should(haveAtMostMethods(5))
        .because("a port that is narrow and boring has many honest implementations").check(HOUSE);
  }

  @Test
  void theCoopsCodeKnowsPortsOnly() {
    mayKnow("tenfold.coop", "tenfold.port", "tenfold.resilience")
        .because("handlers know no time, no threads and no kernel, so the same code runs live").check(HOUSE);
  }

  @Test
  void componentsKnowOfTheCoopItsRouterItsRoutesItsReleasesAndItsJobs() {
    classes().that().resideInAPackage("tenfold.component").should().onlyDependOnClassesThat(
        resideInAnyPackage(with("tenfold.component..", "tenfold.kernel", "tenfold.stats", "tenfold.port",
            "tenfold.resilience"))
            .or(resideInAnyPackage("javax.crypto..")) // Cookies are really signed.
            .or(type(Router.class)).or(type(Route.class)).or(type(Release.class)).or(type(Jobs.class))
            .or(belongTo(type(Variants.class))))
        .because("a server runs handlers without knowing which there are").check(HOUSE);
  }

  @Test
  void balancingCachingAndScalingKnowTheJdkOnly() {
    mayKnow("tenfold.component.balancing").because("an algorithm that nginx runs needs no simulated time").check(HOUSE);
    mayKnow("tenfold.component.caching").because("an algorithm that is told the time can be checked without a run")
        .check(HOUSE);
    mayKnow("tenfold.component.scaling").because("a decision is arithmetic on what was measured").check(HOUSE);
  }

  @Test
  void resilienceKnowsPortsOnly() {
    mayKnow("tenfold.resilience", "tenfold.port")
        .because("the co-op's code has the same breaker, live and simulated, as a guard on a link").check(HOUSE);
  }

  @Test
  void guardsKnowComponentsAndResilience() {
    mayKnow("tenfold.component.guarding", "tenfold.component", "tenfold.kernel", "tenfold.port", "tenfold.resilience")
        .because("a guard stands between two parts, whichever they are").check(HOUSE);
  }

  @Test
  void topologyKnowsComponentsOnly() {
    mayKnow("tenfold.topology", "tenfold.component", "tenfold.component.guarding")
        .because("a drawing is a value; it neither runs nor is it a file").check(HOUSE);
  }

  @Test
  void scenariosKnowTopologyAndJackson() {
    mayKnow("tenfold.scenario", "tenfold.topology", "tenfold.component..", "tools.jackson..",
        "com.fasterxml.jackson.annotation")
        .because("a scenario is a topology with the settings of its run, and its file").check(HOUSE);
  }

  @Test
  void runsKnowScenariosAndWhatIsBelow() {
    mayKnow("tenfold.run", "tenfold.scenario", "tenfold.topology", "tenfold.component..", "tenfold.port",
        "tenfold.kernel", "tenfold.stats").because("a run is the last storey of the engine").check(HOUSE);
  }

  @Test
  void experimentsKnowRunsAndTheory() {
    mayKnow("tenfold.experiment", "tenfold.run", "tenfold.theory", "tenfold.scenario", "tenfold.topology",
        "tenfold.component..", "tenfold.coop", "tenfold.kernel", "tenfold.stats")
        .because("only who knows both a design and the formulas can say which formula applies").check(HOUSE);
  }

  @Test
  void lessonsKnowScenariosAndRuns() {
    classes().that().resideInAPackage("tenfold.lesson..").should().onlyDependOnClassesThat(
        resideInAnyPackage(with("tenfold.lesson..", "tenfold.scenario", "tenfold.run", "tenfold.topology",
            "tenfold.component", "tenfold.stats", "tenfold.experiment", "tools.jackson..",
            "com.fasterxml.jackson..")))
        .allowEmptyShould(true).because("a lesson is graded without a window").check(HOUSE);
  }

  @Test
  void onlyFilesKnowJackson() {
    noClasses().that().resideInAPackage("tenfold..").and()
        .resideOutsideOfPackages(with(APP, "tenfold.scenario", "tenfold.lesson"))
        .should().dependOnClassesThat().resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..")
        .because("the formats of scenarios and lessons are each decided in one place").check(HOUSE);
  }

  @Test
  void noWindowBelowTheApp() {
    noClasses().that().resideOutsideOfPackages(APP).should().dependOnClassesThat()
        .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "com.mxgraph..")
        .because("engine and lessons run without a display").check(HOUSE);
  }

  @Test
  void theCommandLineAndItsPagesKnowNoWindow() {
    noClasses().that().resideInAPackage("tenfold.cli").or()
        .haveNameMatching("tenfold\\.app\\.experiment\\.(Findings?|HtmlPage)(\\$.*)?").or()
        .haveNameMatching("tenfold\\.app\\.charts\\.(AwtGraphic|SvgGraphic|Lettering|ChartFiles|GrowthChart|\\w+Chart)")
        .should().dependOnClassesThat().resideInAPackage("javafx..")
        .because("reports, pages and pictures are made where there is no screen").check(HOUSE);
  }

  @Test
  void onlyTheCanvasKnowsJGraphX() {
    noClasses().that().resideOutsideOfPackage("tenfold.app.canvas..").should().dependOnClassesThat()
        .resideInAPackage("com.mxgraph..")
        .because("one package turns its layout into places of nodes, so it can be replaced").check(HOUSE);
  }

  @Test
  void nothingDependsOnTheAppButTheCommandLine() {
    noClasses().that().resideOutsideOfPackages(APP).should().dependOnClassesThat().resideInAnyPackage(APP)
        .because("the window looks at the engine, never the other way round").check(HOUSE);
  }

  /// The co-op's code runs live over the same ports: what is live knows nothing of the simulation.
  @Test
  void whatIsLiveKnowsPortsAndTheCoop() {
    noClasses().that().resideInAPackage("tenfold.live").should().dependOnClassesThat().resideInAnyPackage(
        "tenfold.kernel..", "tenfold.component..", "tenfold.topology..", "tenfold.scenario..", "tenfold.run..",
        "tenfold.app..", "tenfold.cli..")
        .because("live, nothing is simulated").check(HOUSE);
  }

  @Test
  void onlyTheFiberKnowsTheJdksContinuations() {
    noClasses().that().doNotHaveFullyQualifiedName("tenfold.kernel.Fiber").should().dependOnClassesThat()
        .resideInAnyPackage("jdk.internal..", "sun..", "com.sun.management..", "com.sun.javafx..", "com.sun.glass..")
        .because("the mechanism under a process can then be replaced in one file").check(HOUSE);
  }

  @Test
  void noClockAndNoThreadBelowTheApp() {
    noClasses().that().resideOutsideOfPackages(with(APP, "tenfold.experiment")).should()
        .dependOnClassesThat(type(Thread.class).or(resideInAPackage("java.util.concurrent..")))
        .because("a simulation belongs to one thread, and whoever runs several shares them out").check(HOUSE);
    noClasses().that().resideOutsideOfPackages(APP).should()
        .callMethod(System.class, "nanoTime").orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().callMethodWhere(DescribedPredicate.describe("now() of java.time", call ->
            call.getTarget().getName().equals("now") && call.getTargetOwner().getPackageName().startsWith("java.time")))
        .because("simulated time is the only time").check(HOUSE);
  }

  @Test
  void noChanceButNamedStreamsBelowTheApp() {
    noClasses().that().resideOutsideOfPackages(APP).should().callMethod(Math.class, "random")
        .orShould().dependOnClassesThat(type(java.util.Random.class)).orShould().dependOnClassesThat(
            type(java.security.SecureRandom.class)).orShould().dependOnClassesThat(type(java.util.UUID.class))
        .because("the same seed gives the same run").check(HOUSE);
  }

  @Test
  void nothingIsPrintedBelowTheApp() {
    noClasses().that().resideOutsideOfPackages(APP).should().accessField(System.class, "out")
        .orShould().accessField(System.class, "err")
        .orShould().callMethod(Throwable.class, "printStackTrace")
        .because("the trace is the log").check(HOUSE);
  }

  private static com.tngtech.archunit.lang.ArchRule mayKnow(String room, String... others) {
    return classes().that().resideInAPackage(room).should().onlyDependOnClassesThat()
        .resideInAnyPackage(with(with(ANYWHERE, others), room));
  }

  private static String[] with(String... more) {
    return with(ANYWHERE, more);
  }

  private static String[] with(String[] some, String... more) {
    return java.util.stream.Stream.concat(java.util.Arrays.stream(some), java.util.Arrays.stream(more))
        .toArray(String[]::new);
  }

  private static ArchCondition<JavaClass> haveAtMostMethods(int most) {
    return new ArchCondition<>("have at most " + most + " methods") {
      @Override
      public void check(JavaClass port, ConditionEvents events) {
        long count = port.getMethods().stream()
            .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC)).count();
        events.add(new SimpleConditionEvent(port, count <= most, port.getName() + " has " + count + " methods"));
      }
    };
  }
}
