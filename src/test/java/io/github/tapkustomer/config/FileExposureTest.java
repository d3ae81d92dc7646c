package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.KEY;
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

class FileExposureTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"rw-r-----", "rw----r--", "rw-rw-rw-"})
  void givesAWarningIfOthersCanReadTheKey(String permissions) throws IOException {
    Path file = file("{\"api_key\": \"" + KEY + "\"}", permissions);

    assertThat(warnings(file))
        .containsExactly("other users can read the API key: chmod 600 " + file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"hmac_key\": \"a long text\"} | the HMAC key",
        "{\"mask\": {\"customers.name\": null, \"*.email\": \"hmac:a long text\"}} | the HMAC key",
        "{\"mask\": \"{\\\"*.email\\\": \\\"hmac:a long text\\\"}\"} | the HMAC key",
        "{\"api_token\": \"a-real-key\", \"hmac_key\": \"x\"} | the API key and the HMAC key"
      })
  void namesTheKeysThatOthersCanRead(String content, String keys) throws IOException {
    Path file = file(content, "rw-r--r--");

    assertThat(warnings(file))
        .containsExactly("other users can read " + keys + ": chmod 600 " + file);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rw--w--w-| {\"api_token\": \"a-real-key\"}",
        "rw-r--r--| {\"api_token\": \"YOUR_API_TOKEN\"}",
        "rw-r--r--| {\"region\": \"eu\"}",
        "rw--w--w-| {\"hmac_key\": \"a long text\"}",
        "rw-r--r--| {\"hmac_key\": \"YOUR_LONG_RANDOM_TEXT\"}",
        "rw-r--r--| {\"mask\": {\"customers.name\": \"sha256\"}}"
      })
  void isNoneIfTheyCannotOrThereIsNoKey(String permissions, String content) throws IOException {
    assertThat(warnings(file(content, permissions))).isEmpty();
  }

  @Test
  void isNoneInMeltanosRunFolder() throws IOException {
    Path folder = Files.createDirectories(directory.resolve(".meltano/run/tap-kustomer"));
    Path file = write(folder, "tap.config.json", "{\"api_token\": \"" + KEY + "\"}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(warnings(file)).isEmpty();
  }

  @Test
  void isNoneInAFileOfAnotherUser() throws IOException {
    String user = System.getProperty("user.name");
    Path file = file("{\"api_token\": \"" + KEY + "\"}", "rw-r--r--");
    try {
      System.setProperty("user.name", user + "-other");
      assertThat(warnings(file)).isEmpty();
    } finally {
      System.setProperty("user.name", user);
    }
  }

  private Path file(String content, String permissions) throws IOException {
    Path file = write(directory, "config.json", content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
  }

  private static List<String> warnings(Path file) {
    return reader(Map.of()).readForSandbox(List.of(file.toString())).warnings();
  }
}
