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
  @CsvSource({
    "rw-r--r--, TAP_KUSTOMER_API_KEY=a-real-key, true",
    "rw----r--, TAP_KUSTOMER_API_TOKEN=a-real-key, true",
    "rw-------, TAP_KUSTOMER_API_TOKEN=a-real-key, false",
    "rw-r--r--, TAP_KUSTOMER_API_TOKEN=YOUR_API_TOKEN, false",
    "rw-r--r--, TAP_KUSTOMER_API_TOKEN=, false",
    "rw-r--r--, TAP_KUSTOMER_REGION=eu, false"
  })
  void isWarnedOfWhereOthersCanReadTheKeyInIt(String permissions, String line, boolean warned)
      throws IOException {
    Path file = write(directory, ".env", line);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    below(Map.of("TAP_KUSTOMER_API_TOKEN", "another"), file);

    assertThat(warnings)
        .isEqualTo(
            warned ? List.of("other users can read the API key: chmod 600 " + file) : List.of());
  }

  private Map<String, String> below(Map<String, String> environment, Path file) {
    return DotEnv.below(environment, file, warnings::add);
  }
}
