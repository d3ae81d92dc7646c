package io.github.tapkustomer.about;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.tapkustomer.config.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeltanoPluginTest {
  private static final Path FILE = Path.of(".github/meltano/tap-kustomer.yml");
  private static final List<String> KINDS =
      List.of("string", "integer", "decimal", "boolean", "date_iso8601", "options", "object");

  @Test
  void isWhatTheCheckedInDefinitionSays() throws Exception {
    assertThat(Files.readString(FILE))
        .as("renew it with: tap-kustomer --about --format meltano > %s", FILE)
        .isEqualTo(AboutFormat.MELTANO.print("any"));
  }

  @Test
  void namesTheCapabilitiesAndTheSettingsInOrder() throws Exception {
    JsonNode plugin = plugin();

    assertThat(plugin.path("capabilities"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(AboutFormat.CAPABILITIES);
    assertThat(plugin.path("settings"))
        .extracting(setting -> setting.path("name").asText())
        .containsExactlyElementsOf(Arrays.stream(Setting.values()).map(Setting::key).toList());
    assertThat(plugin.at("/settings_group_validation/0"))
        .extracting(JsonNode::asText)
        .containsExactly("api_token");
  }

  @ParameterizedTest
  @EnumSource
  void agreesWithEachSetting(Setting setting) throws Exception {
    JsonNode entry = plugin().path("settings").get(setting.ordinal());

    assertThat(entry.path("kind").asText()).isIn(KINDS).isEqualTo(kind(setting));
    assertThat(entry.path("sensitive").asBoolean()).isEqualTo(setting.type().secret());
    assertThat(entry.path("description").asText()).isEqualTo(setting.description());
    assertThat(entry.path("value").asText("")).isEqualTo(setting.type().defaultText().orElse(""));
    assertThat(entry.path("aliases"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(setting.aliases());
    assertThat(entry.path("options"))
        .extracting(option -> option.path("value").asText())
        .containsExactlyElementsOf(setting.type().choices());
    // Meltano hands settings over in variables of this name, unless told otherwise.
    assertThat(setting.environmentVariable())
        .isEqualTo("TAP_KUSTOMER_" + setting.key().toUpperCase(Locale.ROOT));
  }

  private static String kind(Setting setting) {
    return switch (setting) {
      case API_TOKEN, HMAC_KEY, ORG_NAME, API_URL, USER_AGENT -> "string";
      case START_DATE, END_DATE -> "date_iso8601";
      case REGION -> "options";
      case PAGE_SIZE_LIMIT, LOOKBACK_WINDOW_SECONDS, CONCURRENCY, MAX_RETRIES -> "integer";
      case DATE_WINDOW_SIZE, RATE_LIMIT_RESERVE, REQUEST_TIMEOUT_SECONDS -> "decimal";
      case INCLUDE_DELETED, EMIT_ACTIVATE_VERSION_MESSAGES -> "boolean";
      case MASK -> "object";
    };
  }

  private static JsonNode plugin() throws Exception {
    return new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile());
  }
}
