package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotEnvTest {
  @TempDir private Path directory;

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

    assertThat(DotEnv.below(Map.of(), file))
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

    assertThat(DotEnv.below(Map.of("B", "environment", "C", "environment"), file))
        .containsOnly(entry("A", "file"), entry("B", "environment"), entry("C", "environment"));
  }

  @Test
  void needsNoFile() {
    assertThat(DotEnv.below(Map.of("A", "b"), directory.resolve(".env")))
        .containsExactly(entry("A", "b"));
  }
}
