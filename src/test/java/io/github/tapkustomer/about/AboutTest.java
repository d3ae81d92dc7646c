package io.github.tapkustomer.about;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.tapkustomer.config.Setting;
import io.github.tapkustomer.stream.Streams;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AboutTest {
  @Test
  void tellsInJsonWhatMeltanosToolsLookFor() throws Exception {
    JsonNode about = new ObjectMapper().readTree(AboutFormat.JSON.print("1.2.3"));

    assertThat(about.path("name").asText()).isEqualTo("tap-kustomer");
    assertThat(about.path("version").asText()).isEqualTo("1.2.3");
    assertThat(about.path("capabilities"))
        .extracting(JsonNode::asText)
        .contains("catalog", "state");
    assertThat(about.at("/settings/required"))
        .extracting(JsonNode::asText)
        .containsExactly("api_token");
    assertThat(about.path("streams")).hasSameSizeAs(Streams.ALL);
  }

  @ParameterizedTest
  @EnumSource
  void describesEachSettingInTheSchema(Setting setting) throws Exception {
    JsonNode about = new ObjectMapper().readTree(AboutFormat.JSON.print("1.2.3"));
    JsonNode property = about.at("/settings/properties").path(setting.key());

    assertThat(property.path("description").asText()).isEqualTo(setting.description());
    assertThat(property.path("secret").asBoolean()).isEqualTo(setting.type().secret());
    assertThat(property.path("writeOnly").asBoolean()).isEqualTo(setting.type().secret());
    assertThat(property.path("default").asText(""))
        .isEqualTo(setting.type().defaultText().orElse(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"api_token\": \"k\"}|true",
        "{\"api_token\": \"k\", \"region\": \"eu\", \"date_window_size\": 0.5}|true",
        "{\"api_token\": \"k\", \"page_size_limit\": null, \"include_deleted\": false}|true",
        "{}|false",
        "{\"api_token\": \"k\", \"region\": \"mars\"}|false",
        "{\"api_token\": \"k\", \"page_size_limit\": 501}|false",
        "{\"api_token\": \"k\", \"date_window_size\": 0}|false",
        "{\"api_token\": \"k\", \"start_date\": \"soon\"}|false"
      })
  void givesASchemaThatJudgesAsTheTapDoes(String config, boolean good) throws Exception {
    JsonNode about = new ObjectMapper().readTree(AboutFormat.JSON.print("1.2.3"));
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(about.path("settings").toString(), InputFormat.JSON);

    var errors =
        schema.validate(
            config,
            InputFormat.JSON,
            context -> context.executionConfig(set -> set.formatAssertionsEnabled(true)));

    assertThat(errors.isEmpty()).as("%s", errors).isEqualTo(good);
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "MARKDOWN"})
  void describesEverySettingAndStreamForPeople(AboutFormat format) {
    String text = format.print("1.2.3");

    assertThat(text).contains("tap-kustomer", "1.2.3", "structured-logging").endsWith("\n");
    for (Setting setting : Setting.values()) {
      assertThat(text).contains(setting.key(), setting.description());
    }
    Streams.ALL.forEach(stream -> assertThat(text).contains(stream.name()));
  }

  @Test
  void isWhatThePageAboutSettingsSays() throws Exception {
    Path page = Path.of(".github/docs/settings.md");

    assertThat(Files.readString(page))
        .as("copy the table from: tap-kustomer --about --format markdown")
        .contains("\n\n" + AboutText.settingsTable() + "\n");
  }
}
