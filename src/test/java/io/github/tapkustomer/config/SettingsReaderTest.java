package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.KEY;
import static io.github.tapkustomer.config.SettingsFixture.load;
import static io.github.tapkustomer.config.SettingsFixture.loadWith;
import static io.github.tapkustomer.config.SettingsFixture.problem;
import static io.github.tapkustomer.config.SettingsFixture.reader;
import static io.github.tapkustomer.config.SettingsFixture.with;
import static io.github.tapkustomer.config.SettingsFixture.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.Secret;
import io.github.tapkustomer.config.SettingsFixture.Loaded;
import io.github.tapkustomer.mask.Mask;
import io.github.tapkustomer.mask.Masks;
import io.github.tapkustomer.mask.Way;
import io.github.tapkustomer.singer.FieldPattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  private static final Settings DEFAULTS =
      new Settings(
          new Secret(KEY),
          Instant.parse("2025-11-24T10:15:30Z"),
          Optional.empty(),
          URI.create("https://api.kustomerapp.com"),
          "tap-kustomer/1.2.3",
          500,
          Optional.empty(),
          Duration.ofMinutes(5),
          true,
          OptionalDouble.empty(),
          10,
          Duration.ofMinutes(5),
          7,
          Masks.NONE,
          false);

  private static final Settings NONE_OF_THEM =
      new Settings(
          new Secret("another-key"),
          Instant.parse("2024-02-29T00:00:00Z"),
          Optional.of(Instant.parse("2024-03-01T12:00:00Z")),
          URI.create("https://proxy.example.com:8443"),
          "acme-warehouse <data@acme.example>",
          100,
          Optional.of(Duration.ofHours(12)),
          Duration.ofMinutes(1),
          false,
          OptionalDouble.of(0.25),
          3,
          Duration.ofMillis(2500),
          0,
          new Masks(
              List.of(
                  new Mask(
                      FieldPattern.parse("*.custom.ssn*").orElseThrow(),
                      new Way.Hmac(new Secret("a key of mine"))))),
          true);

  @TempDir private Path directory;

  @Test
  void hasDefaultsForAllButTheKey() {
    Loaded loaded = loadWith(Map.of());

    assertThat(loaded.settings()).isEqualTo(DEFAULTS);
    assertThat(loaded.warnings()).isEmpty();
  }

  @Test
  void readsEveryKeyFromAFile() {
    Path file =
        write(
            directory,
            "config.json",
            """
            {
              "api_token": "another-key", "start_date": "2024-02-29",
              "end_date": "2024-03-01T14:00:00+02:00",
              "api_url": "https://proxy.example.com:8443/v1/", "org_name": "acme", "region": "eu",
              "user_agent": "acme-warehouse <data@acme.example>", "page_size_limit": 100,
              "date_window_size": 0.5, "lookback_window_seconds": 60, "include_deleted": false,
              "rate_limit_reserve": 0.25, "concurrency": 3, "request_timeout_seconds": 2.5,
              "max_retries": 0, "emit_activate_version_messages": true,
              "hmac_key": "a key of mine", "mask": {"*.custom.ssn*": "hmac"}
            }
            """);

    Loaded loaded = load(file);

    assertThat(loaded.settings()).isEqualTo(NONE_OF_THEM);
    assertThat(loaded.warnings()).isEmpty();
  }

  @Test
  void readsTheConfigThatStitchWrites() throws URISyntaxException {
    Path resource = Path.of(SettingsReaderTest.class.getResource("stitch.json").toURI());

    Settings settings = load(resource).settings();

    assertThat(settings.startDate()).isEqualTo("2019-01-01T00:00:00Z");
    assertThat(settings.userAgent()).isEqualTo("tap-kustomer <api_user_email@your_company.com>");
    assertThat(settings.dateWindow()).contains(Duration.ofDays(60));
    assertThat(settings.pageSizeLimit()).isEqualTo(300);
  }

  @Test
  void letsALaterSourceWinKeyByKey() {
    Path first = write(directory, "1.json", "{\"api_key\": \"old\", \"concurrency\": 2}");
    Path second = write(directory, "2.json", "{\"concurrency\": 4, \"max_retries\": 1}");
    Map<String, String> environment =
        Map.of("TAP_KUSTOMER_API_TOKEN", KEY, "TAP_KUSTOMER_MAX_RETRIES", "2");

    Settings settings =
        reader(environment).read(List.of(first.toString(), second.toString(), "ENV")).settings();

    assertThat(settings.apiToken().reveal()).isEqualTo(KEY);
    assertThat(settings.concurrency()).isEqualTo(4);
    assertThat(settings.maxRetries()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void letsTheEnvironmentWinInAnyPosition(int place) {
    List<String> sources = new ArrayList<>();
    sources.add(write(directory, "1.json", "{\"api_key\": \"old\"}").toString());
    sources.add(write(directory, "2.json", "{\"api_key\": \"older\"}").toString());
    sources.add(place, "ENV");

    Settings settings = reader(Map.of("TAP_KUSTOMER_API_TOKEN", KEY)).read(sources).settings();

    assertThat(settings.apiToken().reveal()).isEqualTo(KEY);
  }

  @Test
  void treatsNullAndBlankAsAbsent() {
    Path first = write(directory, "1.json", "{\"api_token\": \"" + KEY + "\", \"concurrency\": 2}");
    Path second =
        write(
            directory,
            "2.json",
            "{\"concurrency\": null, \"api_token\": \" \", \"end_date\": \"\"}");

    Settings settings = load(first, second).settings();

    assertThat(settings.apiToken().reveal()).isEqualTo(KEY);
    assertThat(settings.concurrency()).isEqualTo(2);
    assertThat(settings.endDate()).isEmpty();
  }

  @Test
  void leavesTheEnvironmentAloneUnlessItIsASource() {
    Path file = write(directory, "config.json", "{\"api_token\": \"" + KEY + "\"}");
    SettingsFixture.Reader reader = reader(Map.of("TAP_KUSTOMER_CONCURRENCY", "2"));

    assertThat(reader.read(List.of(file.toString())).settings().concurrency()).isEqualTo(10);
  }

  @Test
  void readsTheOtherNamesOfASetting() {
    assertThat(with("api_key", "another-key").apiToken().reveal()).isEqualTo("another-key");
    assertThat(with("prod_point", "2").apiUrl()).hasHost("api.prod2.kustomerapp.com");
    assertThat(with("request_timeout", "60").requestTimeout()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void prefersTheKeyToAnotherNameOfTheSameSettingAndSaysSo() {
    Path file =
        write(
            directory,
            "config.json",
            "{\"api_token\": \""
                + KEY
                + "\", \"prod_point\": 1, \"region\": \"eu\","
                + "\"request_timeout_seconds\": 5, \"request_timeout\": 6}");

    Loaded loaded = load(file);

    assertThat(loaded.settings().apiUrl()).hasHost("api.prod2.kustomerapp.com");
    assertThat(loaded.settings().requestTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(loaded.warnings())
        .containsExactly(
            "prod_point is ignored, since region is given too",
            "request_timeout is ignored, since request_timeout_seconds is given too");
  }

  @Test
  void reportsAllProblemsTogether() {
    Path file =
        write(
            directory,
            "config.json",
            """
            {"start_date": "soon", "page_size_limit": "501", "region": "mars", "concurrency": [8],
             "include_deleted": "perhaps"}
            """);

    assertThat(problem(() -> load(file)))
        .isEqualTo(
            """
            There are 6 problems with the settings:
            - concurrency is a list: give one value
            - api_token is missing: put your API key in the config, or in \
            TAP_KUSTOMER_API_TOKEN with --config ENV (Kustomer: Settings > Security > API Keys)
            - start_date is "soon": give a date such as 2024-01-31 or a date-time such as \
            2024-01-31T08:30:00Z
            - region is "mars": give one of us, eu, in; or the prod point 1 or 2
            - page_size_limit is "501": give a whole number from 1 to 500
            - include_deleted is "perhaps": give true or false\
            """);
  }

  @Test
  void warnsAlsoIfSomethingIsWrong() {
    Path unusable = write(directory, "1.json", "{");
    Path misspelled = write(directory, "2.json", "{\"api_kye\": \"a-key\"}");
    SettingsFixture.Reader missing = reader(Map.of());
    SettingsFixture.Reader unreadable = reader(Map.of());

    assertThat(problem(() -> missing.read(List.of(misspelled.toString()))))
        .startsWith("api_token is missing: ");
    assertThat(missing.warnings())
        .containsExactly("unknown setting api_kye is ignored; did you mean api_key?");
    problem(() -> unreadable.read(List.of(unusable.toString(), misspelled.toString())));
    assertThat(unreadable.warnings()).isEqualTo(missing.warnings());
  }

  @Test
  void namesAWrongSettingAsTheUserDid() {
    assertThat(problem(() -> with("prod_point", "3")))
        .startsWith("TAP_KUSTOMER_PROD_POINT is \"3\": ");
  }

  @Test
  void needsAKeyAlsoWithoutAnySource() {
    assertThat(problem(() -> load())).startsWith("api_token is missing: ");
  }

  @Test
  void needsNoKeyForTheSandboxAndDropsTheOneThatIsGiven() {
    SettingsFixture.Reader reader = reader(Map.of("TAP_KUSTOMER_API_TOKEN", KEY));

    assertThat(reader.readForSandbox(List.of()).settings().apiToken())
        .isEqualTo(ApiToken.FOR_SANDBOX);
    assertThat(reader.readForSandbox(List.of("ENV")).settings().apiToken())
        .isEqualTo(ApiToken.FOR_SANDBOX);
  }

  @Test
  void checksEverythingElseForTheSandbox() {
    SettingsFixture.Reader reader =
        reader(
            Map.of(
                "TAP_KUSTOMER_API_TOKEN", "YOUR_API_TOKEN",
                "TAP_KUSTOMER_ORG_NAME", "not a name"));

    assertThat(problem(() -> reader.readForSandbox(List.of("ENV"))))
        .startsWith("TAP_KUSTOMER_ORG_NAME is \"not a name\": ");
  }

  @Test
  void canBePointedAtAnotherApi() {
    URI sandbox = URI.create("http://127.0.0.1:8080");
    Secret token = new Secret("sandbox");

    Settings changed = DEFAULTS.withApi(sandbox, token);

    assertThat(changed.apiUrl()).isEqualTo(sandbox);
    assertThat(changed.apiToken()).isEqualTo(token);
    assertThat(changed.withApi(DEFAULTS.apiUrl(), DEFAULTS.apiToken())).isEqualTo(DEFAULTS);
  }
}
