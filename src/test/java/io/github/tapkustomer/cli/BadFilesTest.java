package io.github.tapkustomer.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.config.Setting;
import io.github.tapkustomer.sandbox.Sandbox;
import io.github.tapkustomer.sandbox.SandboxOptions;
import io.github.tapkustomer.sandbox.organization.Organization;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a file, one line names it, before any request or output. */
class BadFilesTest {
  private static final int MEBIBYTE = 1024 * 1024;

  @TempDir Path folder;
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    Organization empty = Organization.empty(Clock.systemUTC());
    sandbox = Sandbox.start(SandboxOptions.defaults(), empty);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** What may be in place of a file with a JSON object. */
  enum Wrong {
    ABSENT,
    EMPTY,
    BLANK,
    NO_JSON,
    NO_OBJECT,
    CUT_OFF,
    TWO_OBJECTS,
    HUGE,
    DEEP,
    TWICE_THE_SAME_KEY,
    LATIN_1,
    UTF_16_CUT,
    ZEROS,
    DIRECTORY,
    UNREADABLE;

    void write(Path path) throws IOException {
      switch (this) {
        case ABSENT -> Files.deleteIfExists(path);
        case EMPTY -> Files.writeString(path, "");
        case BLANK -> Files.writeString(path, " \n\t\n");
        case NO_JSON -> Files.writeString(path, "api_token: s3cret");
        case NO_OBJECT -> Files.writeString(path, "[\"s3cret\"]");
        case CUT_OFF -> Files.writeString(path, "{\"api_token\": \"s3cr");
        case TWO_OBJECTS -> Files.writeString(path, "{}\n{\"api_token\": \"s3cret\"}");
        case HUGE -> huge(path);
        case DEEP -> Files.writeString(path, "{\"a\":" + "[".repeat(100_000));
        case TWICE_THE_SAME_KEY ->
            Files.writeString(path, "{\"api_token\": \"s3cret\", \"api_token\": \"k3y\"}");
        case LATIN_1 -> Files.write(path, new byte[] {'{', '"', (byte) 0xE4, '"', ':', '1', '}'});
        case UTF_16_CUT -> Files.write(path, "{\"a\"".getBytes(UTF_16LE));
        case ZEROS -> Files.write(path, new byte[100]);
        case DIRECTORY -> Files.createDirectory(path);
        case UNREADABLE -> {
          Files.writeString(path, "{}");
          path.toFile().setReadable(false, false);
          if (Files.isReadable(path)) {
            // Root can read that, but not what Linux lets nobody read.
            Files.delete(path);
            Files.createSymbolicLink(path, Path.of("/sys/bus/platform/uevent"));
          }
        }
      }
    }

    private static void huge(Path path) throws IOException {
      try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
        file.write("{}".getBytes(UTF_8));
        file.setLength(65L * MEBIBYTE);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aBadConfigIsReported(Wrong wrong) throws IOException {
    isToldOf("--config", wrong);
  }

  @ParameterizedTest
  @EnumSource
  void aBadCatalogIsReported(Wrong wrong) throws IOException {
    isToldOf("--catalog", wrong);
  }

  /** An empty file means a first run; of several lines, the last counts. */
  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"EMPTY", "BLANK", "TWO_OBJECTS"})
  void aBadStateIsReported(Wrong wrong) throws IOException {
    isToldOf("--state", wrong);
  }

  private void isToldOf(String option, Wrong wrong) throws IOException {
    Path file = folder.resolve("given.json");
    wrong.write(file);

    String line = assertBadInput(with(option, file));

    assertThat(line).contains(file.toString()).doesNotContain("s3cret");
  }

  /** Invalid values of each setting; a new setting must add its own here. */
  private static List<String> wrongValues(Setting setting) {
    return switch (setting) {
      case API_TOKEN -> List.of("null", "\"\"", "\"a b\"", "\"ü\"", "\"<your key>\"");
      case START_DATE -> List.of("12", "true", "\"soon\"", "\"2026-02-30\"");
      case END_DATE -> List.of("12", "false", "\"soon\"", "\"1999-01-01\"");
      case ORG_NAME -> List.of("\"a b\"", "\"api\"", "\"https://example.com\"", "1.5", "\"-\"");
      case REGION -> List.of("\"mars\"", "3", "true");
      case API_URL ->
          List.of("\"ftp://x\"", "\"http://example.com\"", "12", "\"https://u:p@x\"", "\"//\"");
      case USER_AGENT -> List.of("\"a\\nb\"", "\"ü\"", "\"\\u0000\"");
      case PAGE_SIZE_LIMIT -> List.of("0", "501", "1.5", "\"ten\"", "true", "1e400");
      case DATE_WINDOW_SIZE -> List.of("0", "-1", "3661", "\"week\"", "false");
      case LOOKBACK_WINDOW_SECONDS -> List.of("-1", "604801", "0.5", "\"-\"", "true");
      case INCLUDE_DELETED -> List.of("2", "\"perhaps\"", "1.5");
      case EMIT_ACTIVATE_VERSION_MESSAGES -> List.of("2", "\"perhaps\"", "1.5");
      case MASK ->
          List.of(
              "\"hash\"",
              "12",
              "{\"customers.name\": \"hmac\"}",
              "{\"customers.name\": \"hmac:\"}",
              "{\"customers.name\": \"md5\"}",
              "{\"customers.name\": \"partial:0\"}",
              "{\"customers.name\": true}",
              "{\"customers.\": \"null\"}",
              "{\"!customers.name\": \"null\"}");
      case HMAC_KEY -> List.of();
      case RATE_LIMIT_RESERVE -> List.of("-0.1", "1", "\"half\"", "true");
      case CONCURRENCY -> List.of("0", "17", "1.5", "\"x\"", "true", "-9223372036854775809");
      case REQUEST_TIMEOUT_SECONDS -> List.of("0", "-3", "3601", "\"long\"", "true");
      case MAX_RETRIES -> List.of("-1", "101", "0.5", "\"x\"", "true");
    };
  }

  @ParameterizedTest
  @EnumSource
  void aSettingOutOfRangeOrOfAnotherTypeIsReported(Setting setting) throws IOException {
    List<String> values = new ArrayList<>(wrongValues(setting));
    if (setting != Setting.API_TOKEN) {
      values.addAll(List.of("[]", "[1]", "{\"a\": {\"b\": 1}}"));
    }
    if (setting != Setting.API_TOKEN && setting != Setting.MASK) {
      values.add("{}");
    }
    for (String value : values) {
      String others = setting == Setting.API_TOKEN ? "" : "\"api_token\": \"k3y\", ";
      Path file =
          Files.writeString(
              folder.resolve("config.json"),
              "{%s\"%s\": %s}".formatted(others, setting.key(), value));

      assertThat(assertBadInput(Tap.run("--config", file.toString())))
          .as(value)
          .contains(setting.key());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"2999-01-01T00:00:00Z\" | lies in the future",
        "{\"updated_at\": \"2999-01-01\"} | lies in the future",
        "{\"replication_key_value\": \"9999-12-31T23:59:59Z\"} | lies in the future",
        "{\"unfinished\": {\"until\": \"2999-01-01\", \"remaining\": []}} | lies in the future",
        "\"2026-01-01T00:00:00+99:00\" | is not a timestamp",
        "\"last week\" | is not a timestamp",
        "\"\" | is not a timestamp",
        "1767225600 | neither an object nor a string",
        "true | neither an object nor a string",
        "[\"2026-01-01\"] | neither an object nor a string",
        "{\"updated_at\": 1767225600} | holds a time that is not a string",
        "{\"updated_at\": {}} | holds a time that is not a string",
        "{\"updated_at\": \"-0001-01-01T00:00:00Z\"} | is not a timestamp",
        "{\"updated_at\": \"\\ud800\"} | is not a timestamp",
        "{\"unfinished\": {\"until\": 5}} | holds a time that is not a string"
      })
  void aBadBookmarkIsReported(String bookmark, String problem) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("state.json"),
            "{\"bookmarks\": {\"messages\": %s}}".formatted(bookmark));

    assertThat(assertBadInput(with("--state", file))).contains("the bookmark of messages", problem);
  }

  /** States from Stitch or made by hand: no zone means UTC, and unknown members are kept. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"messages\": \"2026-01-01T00:00:00\"}",
        "{\"messages\": {\"updated_at\": \"2026-01-01 00:00:00\"}}",
        "{\"messages\": \"2026-01-01\", \"orders\": {\"id\": [1]}, \"x\": \"\\udfff\"}"
      })
  void takesABookmarkWithoutAZoneAndOnesOfOtherStreams(String bookmarks) throws IOException {
    Path file =
        Files.writeString(folder.resolve("state.json"), "{\"bookmarks\": %s}".formatted(bookmarks));
    Tap.Run run = with("--state", file);

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().lastState().orElseThrow().at("/bookmarks/orders").isObject())
        .isEqualTo(bookmarks.contains("orders"));
  }

  private Tap.Run with(String option, Path file) {
    Tap tap = Tap.on(sandbox, folder).select("messages");
    List<String> arguments = tap.arguments();
    int at = arguments.indexOf(option);
    if (at >= 0) {
      arguments.set(at + 1, file.toString());
    } else {
      arguments.addAll(List.of(option, file.toString()));
    }
    return Tap.run(arguments.toArray(String[]::new));
  }

  private static String assertBadInput(Tap.Run run) {
    assertThat(run.exitCode()).as(run.stderr()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.criticalLines()).as(run.stderr()).hasSize(1);
    assertThat(run.stdout()).isEmpty();
    assertThat(run.stderr()).doesNotContain("\tat ");
    return run.criticalLines().get(0);
  }
}
