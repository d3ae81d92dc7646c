package io.github.tapkustomer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Masks as a user sets them: nothing that a run leaves behind has a masked value or a key. */
class MaskingTest {
  private static final String KEY = "the key of the hash";
  private static final String INLINE = "another key";

  @TempDir private Path folder;

  private Tap masked(Answers answers, String masks) {
    return answers.tap(folder).set("mask", Tap.json(masks)).set("hmac_key", KEY);
  }

  @Test
  void leavesNoMaskedValueAnywhere() throws IOException {
    try (Answers answers = new Answers()) {
      answers.search(
          "customer",
          customer(1, "\"name\":\"Plain-1\",\"emails\":[{\"email\":\"plain-2@x\",\"type\":\"h\"}]"),
          customer(2, "\"name\":{\"first\":\"Plain-3\"},\"emails\":\"plain-4@x\""),
          customer(3, "\"rev\":\"Plain-5\",\"lastSeenAt\":\"Plain-6\""),
          customer(4, "\"rev\":770077007700,\"lastSeenAt\":\"2031-05-06T07:08:09.123Z\""),
          customer(5, "\"custom\":{\"passportNoStr\":\"Plain-7\",\"home\":{\"zip\":\"Plain-8\"}}"),
          customer(6, "\"newField\":{\"deep\":[[\"Plain-9\",{\"x\":\"Plain-10\"}]]}"),
          customer(7, "\"tags\":[\"Plain-11\"],\"presence\":\"Plain-12 \\u0000 \\ud800\""));

      LeftBehind left =
          LeftBehind.by(
              masked(
                  answers,
                  """
                  {"customers.name": "hmac", "customers.emails.email": "hmac:%s",
                   "customers.rev": "sha256", "customers.last_seen_at": "redact",
                   "*.custom.passport*": null, "*.custom.home.zip": "partial:2",
                   "customers.new_field.*": "sha256", "customers.tags[]": "redact",
                   "customers.presence": "sha256"}
                  """
                      .formatted(INLINE)),
              folder);

      assertThat(left.run().output().checkProtocol().records("customers")).hasSize(7);
      assertThat(left.text())
          .doesNotContainIgnoringCase("Plain-")
          .doesNotContain("770077007700", "2031-05-06", KEY, INLINE);
    }
  }

  @Test
  void changesTheTypeOfAGivenCatalogsColumns() {
    try (Answers answers = new Answers()) {
      answers.search("customer", customer(1, "\"rev\":5,\"name\":\"Ada\""));

      SingerOutput output =
          masked(answers, "{\"customers.rev\": \"sha256\", \"customers.name\": \"redact\"}")
              .select("customers")
              .sync()
              .output()
              .checkProtocol();

      assertThat(output.schema("customers").at("/properties/rev/type/1").asText())
          .isEqualTo("string");
      JsonNode record = output.records("customers").get(0);
      assertThat(record.path("rev").asText()).hasSize(64);
      assertThat(record.path("name").asText()).isEqualTo("redacted");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "customers,customers.id,is a key",
    "*.updated_at,customers.updated_at,is the replication key",
    "customers.*deleted_at,customers._sdc_deleted_at,marks deleted records",
    "customers.deleted_at,customers.deleted_at,is what _sdc_deleted_at is made of",
    "*.customer_id,customer_merges.customer_id,names the parent",
    "*.customer_updated_at,customer_merges.customer_updated_at,is the replication key"
  })
  void refusesToMaskWhatMustStayPlain(String pattern, String column, String why) {
    try (Answers answers = new Answers()) {
      Tap.Run run =
          masked(answers, "{\"" + pattern + "\": \"sha256\"}")
              .select("customers", "customer_merges")
              .sync();

      assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.criticalLines()).hasSize(1);
      assertThat(run.criticalLines().get(0)).contains("\"" + pattern + "\"", column, why);
      assertThat(run.stdout()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "customers.id | is a key | ",
        "*.updated_at | is the replication key | --test",
        "tags.id | is a key | --discover",
        "conversations.*_at | is the replication key | --select conversations.*",
        "*.customer_id | names the parent | --select customer_merges,no_such_stream",
        "messages.i? | is a key | check",
        "teams.id | is a key | check --select teams"
      })
  void refusesWithoutACatalogBeforeTheFirstRequest(String pattern, String why, String more)
      throws IOException {
    try (Answers answers = new Answers()) {
      masked(answers, "{\"" + pattern + "\": \"redact\"}").arguments();
      Stream<String> command = Stream.ofNullable(more).flatMap(text -> Stream.of(text.split(" ")));
      String config = folder.resolve("config.json").toString();

      Tap.Run run =
          Tap.run(Stream.concat(command, Stream.of("--config", config)).toArray(String[]::new));

      assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.criticalLines()).singleElement().asString().contains(pattern, why);
      assertThat(run.stdout()).isEmpty();
      assertThat(answers.server().getAllServeEvents()).isEmpty();
    }
  }

  @Test
  void acceptsAMaskThatFitsKeysOfUnselectedStreamsOnly() {
    try (Answers answers = new Answers()) {
      answers.search("customer", customer(1, "\"name\":\"Ada\""));

      Tap.Run run = masked(answers, "{\"tags.id\": \"sha256\"}").sync("--select", "customers");

      assertThat(run.exitCode()).isZero();
      assertThat(run.output().records("customers")).hasSize(1);
    }
  }

  @Test
  void reportsAPatternThatMatchesNothing() {
    try (Answers answers = new Answers()) {
      answers.search("customer", customer(1, "\"name\":\"Ada\""));

      Tap.Run run =
          masked(answers, "{\"customers.nmae\": \"null\", \"customers.name\": \"null\"}")
              .select("customers")
              .sync();

      assertThat(run.exitCode()).isZero();
      assertThat(run.stderr()).contains("mask: \"customers.nmae\" matches no column");
      assertThat(run.stderr()).doesNotContain("\"customers.name\" matches");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"md5:s3cret", "hmac-s3cret", "s3cret", "partial:s3cret"})
  void doesNotRepeatAWayThatMayHoldAKey(String way) {
    try (Answers answers = new Answers()) {
      Tap.Run run = masked(answers, "{\"customers.name\": \"" + way + "\"}").sync();

      assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.stderr()).contains("the way of \"customers.name\" is unknown");
      assertThat(run.stderr()).doesNotContain("s3cret");
    }
  }

  @Test
  void showsInCatalogAndCheckWhatIsMasked() {
    Organization organization = Organization.generate(7, 20, Clock.systemUTC());
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults(), organization)) {
      Tap tap =
          Tap.on(sandbox, folder)
              .set("mask", Tap.json("{\"customers.rev\": \"hmac\", \"*.emails\": \"sha256\"}"))
              .set("hmac_key", KEY);

      JsonNode catalog = Tap.json(tap.discover().stdout());
      Tap.Run check = Tap.run("check", "--config", folder.resolve("config.json").toString());

      JsonNode customers = catalog.at("/streams/0");
      for (String column : List.of("rev", "emails")) {
        assertThat(customers.at("/schema/properties/" + column + "/type/1").asText())
            .isEqualTo("string");
      }
      assertThat(customers.path("metadata").toString()).doesNotContain("\"emails\",\"items\"");
      assertThat(check.stdout()).contains("customers.rev (hmac), *.emails (sha256)");
      assertThat(check.stdout() + check.stderr()).doesNotContain(KEY);
    }
  }

  private static String customer(int number, String attributes) {
    return "{\"type\":\"customer\",\"id\":\"c%d\",\"attributes\":{%s,\"updatedAt\":\"@%d\"}}"
        .formatted(number, attributes, number);
  }
}
