package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.faults.Fault;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  private static final String NO_STREAMS = "{\"streams\": []}";

  @TempDir Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    sandbox =
        Sandbox.start(SandboxOptions.defaults(), Organization.generate(1, 5, Clock.systemUTC()));
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void reportsSeveralWrongSettingsTogether() {
    Tap.Run run = Tap.on(sandbox, folder).set("concurrency", 99).set("start_date", "soon").sync();

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.criticalLines()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(run.stderr()).contains("concurrency").contains("start_date");
    assertThat(run.stdout()).isEmpty();
  }

  @Test
  void reportsAMisspelledNameBesideWhatIsMissing() throws IOException {
    Path config = Files.writeString(folder.resolve("config.json"), "{\"api_kye\": \"a-key\"}");
    Tap.Run run = Tap.run("--config", config.toString());

    assertOneLine(run, ExitCode.BAD_INPUT, "api_token is missing");
    assertThat(run.stderr())
        .startsWith("WARN unknown setting api_kye is ignored; did you mean api_key?\n")
        .doesNotContain("a-key");
  }

  @Test
  void namesABrokenCatalogAndTheLine() throws IOException {
    Tap.Run run = with("--catalog", "{\"streams\": [\n{\"stream\": }]}");

    assertOneLine(run, ExitCode.BAD_INPUT, "catalog", "line 2");
  }

  @Test
  void namesAStreamThatDoesNotExist() throws IOException {
    Tap.Run run =
        with(
            "--catalog",
            "{\"streams\": [{\"tap_stream_id\": \"orders\", \"schema\": {\"selected\": true}}]}");

    assertOneLine(run, ExitCode.BAD_INPUT, "orders", "conversations");
  }

  @Test
  void namesAKeyThatIsNotAColumn() throws IOException {
    Tap.Run run =
        with(
            "--catalog",
            "{\"streams\": [{\"stream\": \"tags\", \"key_properties\": [\"_id\"],"
                + " \"schema\": {\"selected\": true}}]}");

    assertOneLine(
        run,
        ExitCode.BAD_INPUT,
        "given.json stream tags has the key \"_id\", which is not one of its columns; its key is"
            + " id");
  }

  @Test
  void warnsOfACatalogThatSelectsNothing() throws IOException {
    Tap.Run run = with("--properties", NO_STREAMS);

    assertThat(run.exitCode()).isZero();
    assertThat(run.stderr()).contains("selects no stream");
    assertThat(run.output().states()).hasSize(1);
  }

  @Test
  void saysHowToReplaceAKeyThatIsRefused() {
    String url = sandbox.uri().toString();
    Tap.Run wrong = Tap.at(url, "made-up-key", folder).sync();
    assertOneLine(wrong, ExitCode.KEY_REFUSED, "401", "without expiry", "api_token");

    Tap.Run expired = Tap.at(url, sandbox.expiredApiKey(), folder).sync();
    assertOneLine(expired, ExitCode.KEY_REFUSED, "Expired token");

    Tap.Run elsewhere = Tap.at(url, sandbox.otherRegionApiKey(), folder).sync();
    assertOneLine(elsewhere, ExitCode.KEY_REFUSED, "region to eu", "org_name");
  }

  @Test
  void continuesWithTheOtherStreamsIfARoleIsMissing() {
    sandbox.close();
    SandboxOptions options =
        SandboxOptions.defaults().withWithheldRoles(Set.of("org.permission.team.read"));
    sandbox = Sandbox.start(options, Organization.generate(1, 5, Clock.systemUTC()));
    Tap.Run run = Tap.on(sandbox, folder).select("teams", "tags", "customers").sync();

    assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.STREAMS_FAILED);
    assertThat(run.stderr()).contains("CRITICAL incomplete: teams").contains("403");
    SingerOutput output = run.output().checkProtocol();
    assertThat(output.records("tags")).isNotEmpty();
    assertThat(output.records("customers")).isNotEmpty();
    assertThat(output.records("teams")).isEmpty();
  }

  /**
   * At the most telling level, with faults, in a report, in the state, and in what discovery says.
   */
  @Test
  void neverShowsTheKey() throws IOException {
    String key = sandbox.apiKey();
    sandbox.faults().next(Fault.RESET, Fault.HTML_PAGE, Fault.UNAVAILABLE, Fault.NOT_JSON);
    Path report = folder.resolve("run.html");
    List<String> arguments = Tap.on(sandbox, folder).arguments();
    arguments.addAll(List.of("--log-level", "debug", "--report", report.toString()));
    Tap.Run run = Tap.run(arguments.toArray(String[]::new));
    Tap.Run discovery = Tap.on(sandbox, folder).discover();
    Tap.Run about = Tap.run("--about", "--format", "json");

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(sandbox.faults().pending()).isZero();
    assertThat(Files.readString(report)).contains("conversations").doesNotContain(key);
    for (Tap.Run each : List.of(run, discovery, about)) {
      assertThat(each.stdout()).isNotEmpty();
      assertThat(each.stdout() + each.stderr()).doesNotContain(key);
    }
  }

  @Test
  void neverShowsAKeyThatIsRefusedOrGivenInTheWrongPlace() {
    Tap.Run failing = Tap.at(sandbox.uri().toString(), "k3y-that-is-wrong", folder).sync();

    assertThat(failing.stdout() + failing.stderr()).doesNotContain("k3y-that-is-wrong");
    for (String[] arguments :
        new String[][] {{"--api-token", "s3cret"}, {"--api_token=s3cret"}, {"s3cret"}}) {
      Tap.Run run = Tap.run(arguments);
      assertThat(run.stderr()).startsWith("CRITICAL ").doesNotContain("s3cret");
      assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "--version", "--about", "generate-completion"})
  void doesNotSayThatItPrintedWhatItCouldNot(String what) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    assertThat(Main.run(Surroundings.real(full), what)).isEqualTo(ExitCode.OUTPUT_CLOSED);
  }

  @Test
  void namesAnUnknownOption() {
    Tap.Run sync = Tap.run("--statefile", "x");
    Tap.Run check = Tap.run("check", "--statefile", "x");
    Tap.Run served = Tap.run("sandbox", "--config", "x");

    assertThat(sync.stderr())
        .isEqualTo(
            "CRITICAL unknown option --statefile; settings go into the file of --config (see"
                + " tap-kustomer --help)\n");
    assertThat(check.stderr()).endsWith(" --config (see tap-kustomer check --help)\n");
    assertThat(served.stderr())
        .isEqualTo("CRITICAL unknown option --config (see tap-kustomer sandbox --help)\n");
    for (Tap.Run run : List.of(sync, check, served)) {
      assertOneLine(run, ExitCode.BAD_INPUT, "unknown option");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--format json | --format needs --about: give both or neither",
        "--discover --format json | --format needs --about: give both or neither",
        "--about --discover | --about and --discover cannot be combined: give one of them",
        "--test --discover | --discover and --test cannot be combined: give one of them"
      })
  void refusesOptionsThatWouldDoNothing(String options, String words) {
    Tap.Run run = Tap.run(("--sandbox " + options).split(" "));

    assertOneLine(run, ExitCode.BAD_INPUT, words);
  }

  @Test
  void namesTheExistingCommands() {
    assertThat(Tap.run("sandbx").stderr())
        .isEqualTo(
            "CRITICAL an argument that is neither a command (check, sandbox) nor the value of an"
                + " option (see tap-kustomer --help)\n");
    assertThat(Tap.run("check", "all").stderr())
        .isEqualTo("CRITICAL an argument without an option (see tap-kustomer check --help)\n");
  }

  private Tap.Run with(String option, String content) throws IOException {
    Path file = folder.resolve("given.json");
    Files.writeString(file, content);
    List<String> arguments = Tap.on(sandbox, folder).arguments();
    arguments.addAll(List.of(option, file.toString()));
    return Tap.run(arguments.toArray(String[]::new));
  }

  private static void assertOneLine(Tap.Run run, int exitCode, String... parts) {
    assertThat(run.exitCode()).as(run.stderr()).isEqualTo(exitCode);
    assertThat(run.criticalLines()).hasSize(1);
    assertThat(run.criticalLines().get(0)).contains(parts);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr()).doesNotContain("\tat ");
  }
}
