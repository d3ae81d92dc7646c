package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged program, started in both ways that the pages describe. */
class PackagedIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  static Stream<Named<Function<String[], Program>>> ways() {
    return Stream.of(Named.of("launcher", Program::launcher), Named.of("jar", Program::jar));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void printsItsVersion(Function<String[], Program> start) throws Exception {
    Tap.Run run = start.apply(new String[] {"--version"}).run();

    assertThat(run).isEqualTo(new Tap.Run(0, "tap-kustomer " + Version.number() + "\n", ""));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void printsItsOptions(Function<String[], Program> start) throws Exception {
    Tap.Run run = start.apply(new String[] {"--help"}).run();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.stdout()).startsWith("Usage: tap-kustomer").contains("--catalog", "Exit codes");
    assertThat(run.stderr()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void discoversNothingButOneCatalog(Function<String[], Program> start) throws Exception {
    Tap.Run run = start.apply(new String[] {"--sandbox", "--discover"}).in(folder).run();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    JsonNode catalog = JSON.readTree(run.stdout());
    assertThat(catalog.path("streams").findValuesAsText("tap_stream_id")).contains("customers");
  }

  @Test
  void saysThatASandboxDoesNotFitIntoMemory() throws Exception {
    Tap.Run run =
        Program.launcher("sandbox", "--records", "5000000", "--port", "0")
            .variable("JAVA_OPTS", "-Xmx32m")
            .run();

    assertThat(run)
        .isEqualTo(
            new Tap.Run(
                ExitCode.BAD_INPUT,
                "",
                "CRITICAL not enough memory for 5000000 records: increase the heap, for example"
                    + " with JAVA_OPTS=-Xmx2g, or serve fewer\n"));
  }

  @ParameterizedTest
  @MethodSource("ways")
  void syncsTheSampleFiles(Function<String[], Program> start) throws Exception {
    String config = Path.of("config.sample.json").toAbsolutePath().toString();
    Path catalog = Path.of("catalog.sample.json").toAbsolutePath();
    String[] arguments = {"--sandbox", "--config", config, "--catalog", catalog.toString()};
    Tap.Run run = start.apply(arguments).in(folder).run();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().checkProtocol().streams()).isEqualTo(selected(catalog));
    assertThat(run.stderr()).doesNotContain("ERROR", "CRITICAL");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void failsInOneLine(Function<String[], Program> start) throws Exception {
    Tap.Run run = start.apply(new String[] {"--config", "absent.json"}).in(folder).run();

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr().lines()).hasSize(1);
    assertThat(run.stderr()).contains("CRITICAL", "absent.json");
  }

  private static Set<String> selected(Path catalog) throws Exception {
    Set<String> selected = new TreeSet<>();
    for (JsonNode stream : JSON.readTree(Files.readString(catalog)).path("streams")) {
      if (stream.at("/metadata/0/metadata/selected").asBoolean()) {
        selected.add(stream.path("tap_stream_id").asText());
      }
    }
    return selected;
  }

  @Test
  void bringsItsLicence() {
    assertThat(Program.HOME.resolve("LICENSE")).hasSameTextualContentAs(Path.of("LICENSE"));
  }
}
