package io.github.tapkustomer;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Keeps the packages apart as CONTRIBUTING says. */
class ArchitectureTest {
  private static final String BASE = "io.github.tapkustomer";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(BASE);

  /** What each package may use besides the root package and itself. */
  private static final Map<String, Set<String>> USES =
      Map.ofEntries(
          entry("config", Set.of("mask", "singer")),
          entry("mask", Set.of("singer")),
          entry("http", Set.of("http.limit", "http.network")),
          entry("http.limit", Set.of()),
          entry("http.network", Set.of()),
          entry("stream", Set.of()),
          entry("singer", Set.of()),
          entry("sandbox", Set.of()),
          entry(
              "record",
              Set.of("mask", "record.json", "record.page", "record.schema", "singer", "stream")),
          entry("record.page", Set.of("record.json")),
          entry("record.json", Set.of()),
          entry("record.schema", Set.of("record.json", "singer", "stream")),
          entry("read.page", Set.of("http", "http.limit", "record", "record.page", "stream")),
          entry(
              "read",
              Set.of(
                  "http", "http.limit", "read.page", "record", "record.page", "singer", "stream")),
          entry(
              "read.object",
              Set.of("http", "http.limit", "read", "read.page", "record", "record.page", "stream")),
          entry("stats", Set.of("http", "singer")),
          entry("output", Set.of("read.page", "record", "record.page", "singer", "stats")),
          entry(
              "plan",
              Set.of(
                  "config",
                  "http",
                  "http.limit",
                  "mask",
                  "output",
                  "read",
                  "read.object",
                  "read.page",
                  "record",
                  "record.page",
                  "singer",
                  "stats",
                  "stream")),
          entry(
              "discovery",
              Set.of(
                  "http",
                  "mask",
                  "read.object",
                  "read.page",
                  "record",
                  "record.page",
                  "singer",
                  "stream")),
          entry(
              "sync",
              Set.of(
                  "config",
                  "http",
                  "http.limit",
                  "output",
                  "plan",
                  "read",
                  "read.object",
                  "record",
                  "record.page",
                  "singer",
                  "stats")),
          entry("about", Set.of("config", "stream")),
          entry("progress", Set.of("http.limit", "stats")),
          entry(
              "check",
              Set.of(
                  "config",
                  "discovery",
                  "http",
                  "http.limit",
                  "mask",
                  "read",
                  "read.page",
                  "singer",
                  "stream")),
          entry("report", Set.of("http", "http.limit", "singer", "stats")));

  @Test
  void packagesUseOnlyWhatTheyMay() {
    USES.forEach(
        (from, allowed) -> {
          Set<String> forbidden = new TreeSet<>(USES.keySet());
          forbidden.add("cli");
          forbidden.remove(from);
          forbidden.removeAll(allowed);
          noClasses()
              .that()
              .resideInAPackage(BASE + "." + from)
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(
                      forbidden.stream().map(ArchitectureTest::pattern).toArray(String[]::new)))
              .check(CLASSES);
        });
  }

  /** The command line and the sandbox stand for all that is below them. */
  private static String pattern(String name) {
    return BASE + "." + name + (name.equals("cli") || name.equals("sandbox") ? ".." : "");
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theRoomsOfTheSandboxHaveNoCycles() {
    slices().matching(BASE + ".sandbox.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theSandboxSharesNoClassWithTheReadingSide() {
    noClasses()
        .that()
        .resideInAPackage(BASE + ".sandbox..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(BASE + "..").and(resideOutsideOfPackage(BASE + ".sandbox..")))
        .check(CLASSES);
  }

  @Test
  void onlyTheHttpPackagesUseOkHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + ".http", BASE + ".http.network")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "okio..")
        .check(CLASSES);
  }

  @Test
  void onlyTheProgressPackageUsesJLine() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".progress")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jline..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineTouchesTheProcessAndPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("picocli..", "ch.qos.logback..")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void objectsHideTheirFields() {
    fields()
        .that()
        .areNotStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage(BASE + ".sandbox..")
        .should()
        .notBePublic()
        .check(CLASSES);
  }

  @Test
  void nothingSleepsButTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".sandbox..")
        .and()
        .doNotHaveSimpleName("SystemTimer")
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(java.util.concurrent.TimeUnit.class, "sleep", long.class)
        .check(CLASSES);
  }
}
