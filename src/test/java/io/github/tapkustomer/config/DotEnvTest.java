package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotEnvTest {
  @TempDir private Path directory;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void readsAssignments() {
    Path file =
        write(
            directory,
            ".env",
            """
            # of the tap
            PLAIN=one
            export EXPORTED = two words # and a remark
            DOUBLE="three # no remark" # "a remark"
            SINGLE='four "quoted"'
            HASH=a#b
            EMPTY=
            #COMMENT=no
            no assignment
            """);

    assertThat(below(Map.of(), file))
        .containsOnly(
            entry("PLAIN", "one"),
            entry("EXPORTED", "two words"),
            entry("DOUBLE", "three # no remark"),
            entry("SINGLE", "four \"quoted\""),
            entry("HASH", "a#b"),
            entry("EMPTY", ""));
  }

  @Test
  void yieldsToTheEnvironment() {
    Path file = write(directory, ".env", "A=file\r\nB=file\r\n");

    assertThat(below(Map.of("B", "environment", "C", "environment"), file))
        .containsOnly(entry("A", "file"), entry("B", "environment"), entry("C", "environment"));
  }

  @Test
  void needsNoFile() {
    assertThat(below(Map.of("A", "b"), directory.resolve(".env"))).containsExactly(entry("A", "b"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "rw-r--r--, TAP_KUSTOMER_API_KEY=a-real-key, the API key",
        "rw----r--, TAP_KUSTOMER_API_TOKEN=a-real-key, the API key",
        "rw-r--r--, TAP_KUSTOMER_HMAC_KEY=a long text, the HMAC key",
        "rw-r--r--, TAP_KUSTOMER_MASK='{\"*.email\": \"hmac:a long text\"}', the HMAC key",
        "rw-------, TAP_KUSTOMER_API_TOKEN=a-real-key, ",
        "rw-r--r--, TAP_KUSTOMER_API_TOKEN=YOUR_API_TOKEN, ",
        "rw-r--r--, TAP_KUSTOMER_API_TOKEN=, ",
        "rw-r--r--, TAP_KUSTOMER_REGION=eu, ",
        "rw-r--r--, TAP_KUSTOMER_UNKNOWN=any, "
      })
  void givesAWarningIfOthersCanReadTheKeyInIt(String permissions, String line, @Nullable String key)
      throws IOException {
    Path file = write(directory, ".env", line);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    below(Map.of("TAP_KUSTOMER_API_TOKEN", "another"), file);

    assertThat(warnings)
        .isEqualTo(
            key == null
                ? List.of()
                : List.of("other users can read %s: chmod 600 %s".formatted(key, file)));
  }

  private Map<String, String> below(Map<String, String> environment, Path file) {
    return DotEnv.below(environment, file, warnings::add);
  }
}
