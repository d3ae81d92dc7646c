package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.KEY;
import static io.github.tapkustomer.config.SettingsFixture.load;
import static io.github.tapkustomer.config.SettingsFixture.problem;
import static io.github.tapkustomer.config.SettingsFixture.reader;
import static io.github.tapkustomer.config.SettingsFixture.write;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
  private static final String WHOLE = "{\"api_token\": \"" + KEY + "\"}";

  @TempDir private Path directory;

  @Test
  void mustExist() {
    Path file = directory.resolve("config.json");

    assertThat(problem(() -> load(file))).isEqualTo(said(file, "does not exist: check the path"));
  }

  @Test
  void isNotADirectory() {
    assertThat(problem(() -> load(directory)))
        .isEqualTo(said(directory, "is a directory: name a file in it"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n"})
  void isNotEmpty(String content) {
    Path file = write(directory, "config.json", content);

    assertThat(problem(() -> load(file)))
        .isEqualTo(said(file, "is empty: it must hold a JSON object"));
  }

  @ParameterizedTest
  @CsvSource({"[], an array", "'\"text\"', a string", "1, a number", "null, null"})
  void isAnObject(String content, String kind) {
    Path file = write(directory, "config.json", content);

    assertThat(problem(() -> load(file)))
        .isEqualTo(said(file, "holds " + kind + ", not a JSON object"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"api_token\": KEY}| a syntax error at line 1, column 15",
        "KEY| a syntax error at line 1, column 1",
        "{\"api_token\": \"KEY\\n\"| a syntax error at line 1, column 65",
        "{\\n  \"api_token\": \"KEY\\n\"}| a syntax error at line 2, column 66",
        "{\"api_token\": \"KEY\" \"region\": 1}| a syntax error at line 1, column 67",
        "{'api_token': 'KEY'}| a syntax error at line 1, column 2",
        "{\"api_token\": \"KEY\", \"streams\": [[| it ends too early at line 1, column 81"
      })
  void isJsonOrThePlaceIsReported(String content, String place) {
    String text = content.replace("\\n", "\n").replace("KEY", KEY);
    Path file = write(directory, "config.json", text);

    assertThat(problem(() -> load(file))).isEqualTo(said(file, "is not valid JSON: " + place));
  }

  @Test
  void isNotNestedWithoutEnd() {
    Path file = write(directory, "config.json", "{\"stream_maps\": " + "[".repeat(100_000));

    assertThat(problem(() -> load(file)))
        .startsWith(said(file, "is not valid JSON: it is nested too deeply"));
  }

  @Test
  void holdsOneObject() {
    Path file = write(directory, "config.json", WHOLE + WHOLE);

    assertThat(problem(() -> load(file)))
        .isEqualTo(said(file, "is not valid JSON: a syntax error at line 1, column 67"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void mayStartWithAByteOrderMark(String charset) throws IOException {
    Path file = write(directory, "config.json", "");
    Files.write(file, ("\ufeff" + WHOLE).getBytes(charset));

    assertThat(load(file).settings().apiToken().reveal()).isEqualTo(KEY);
  }

  @Test
  void isUnicode() throws IOException {
    Path file = directory.resolve("config.json");
    Files.write(file, new byte[] {'{', '"', (byte) 0xE9, '"'});

    assertThat(problem(() -> load(file))).isEqualTo(said(file, "is not UTF-8: save it as UTF-8"));
  }

  @Test
  void isNoLargerThanAMebibyte() {
    String padding = " ".repeat(1024 * 1024 - WHOLE.length());
    Path largest = write(directory, "largest.json", WHOLE + padding);
    Path tooLarge = write(directory, "too-large.json", WHOLE + padding + " ");

    assertThat(load(largest).warnings()).isEmpty();
    assertThat(problem(() -> load(tooLarge)))
        .isEqualTo(said(tooLarge, "is larger than 1048576 bytes: check that it is the right file"));
  }

  @Test
  void isReadableByTheUser() throws IOException {
    Path file = unreadable();

    assertThat(problem(() -> load(file)))
        .isEqualTo(said(file, "cannot be read by this user: check its permissions"));
  }

  private Path unreadable() throws IOException {
    Path file = write(directory, "config.json", WHOLE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    // Root can read that, but not what Linux lets nobody read.
    return Files.isReadable(file) ? Path.of("/sys/bus/platform/uevent") : file;
  }

  @Test
  void isNotPartOfAnotherFile() {
    Path file = write(directory, "config.json", WHOLE).resolve("inside");

    assertThat(problem(() -> load(file))).isEqualTo(said(file, "cannot be read: Not a directory"));
  }

  @Test
  void hasAPath() {
    assertThat(problem(() -> reader(Map.of()).read(List.of("a\0b"))))
        .startsWith("--config is not a path: ");
  }

  @Test
  void givesEachSettingAsOneValue() {
    Path file =
        write(
            directory,
            "config.json",
            """
            {"api_token": {"key": "%1$s"}, "%1$s": 1, "region": []}
            """
                .formatted(KEY + KEY));

    assertThat(problem(() -> load(file)))
        .contains("- api_token is an object: give one value\n")
        .contains("- region is a list: give one value")
        .doesNotContain("eyJ");
  }

  @Test
  void givesEachSettingOnce() {
    Path file = write(directory, "config.json", "{\"api_token\": \"a\", \"api_token\": \"b\"}");

    assertThat(problem(() -> load(file)))
        .isEqualTo(said(file, "is not valid JSON: a key appears twice at line 1, column 31"));
  }

  @Test
  void isReportedWithTheOthersButNotWithWhatItMightHaveSet() {
    Path empty = write(directory, "empty.json", "");
    Path absent = directory.resolve("absent.json");

    assertThat(problem(() -> load(empty, absent)).lines())
        .hasSize(3)
        .anyMatch(line -> line.contains("empty.json"))
        .anyMatch(line -> line.contains("absent.json"));
  }

  private static String said(Path file, String words) {
    return "config " + file + " " + words;
  }
}
