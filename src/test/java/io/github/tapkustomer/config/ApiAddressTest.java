package io.github.tapkustomer.config;

import static io.github.tapkustomer.config.SettingsFixture.loadWith;
import static io.github.tapkustomer.config.SettingsFixture.problem;
import static io.github.tapkustomer.config.SettingsFixture.problemWith;
import static io.github.tapkustomer.config.SettingsFixture.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiAddressTest {
  @ParameterizedTest
  @CsvSource({
    "us, https://api.kustomerapp.com",
    "eu, https://api.prod2.kustomerapp.com",
    "in, https://api.prod4.kustomerapp.com",
    "IN, https://api.prod4.kustomerapp.com",
    "1, https://api.kustomerapp.com",
    "2, https://api.prod2.kustomerapp.com",
    "2.0, https://api.prod2.kustomerapp.com"
  })
  void isTheHostOfTheRegion(String region, String expected) {
    assertThat(with("region", region).apiUrl()).hasToString(expected);
    assertThat(with("prod_point", region).apiUrl()).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme",
        "ACME",
        "acme.kustomerapp.com",
        "https://acme.kustomerapp.com",
        "https://acme.kustomerapp.com/app",
        "https://acme.kustomerapp.com/app/search?tab=1#top",
        "https://acme.api.kustomerapp.com/v1",
        "http://Acme.Kustomerapp.com/"
      })
  void isTheHostOfTheOrganizationFromWhateverWasPasted(String name) {
    assertThat(with("org_name", name).apiUrl()).hasToString("https://acme.api.kustomerapp.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme corp",
        "acme_corp",
        "-acme",
        "acme-",
        "acme.example.com",
        "https://example.com/acme.kustomerapp.com",
        "https://acme.kustomerapp.com.example.com",
        "https://api.kustomerapp.com/v1",
        "https://api.prod2.kustomerapp.com",
        "\u0131nfo"
      })
  void refusesWhatNamesNoOrganization(String name) {
    assertThat(problemWith("org_name", name))
        .startsWith("TAP_KUSTOMER_ORG_NAME is \"")
        .endsWith(": give the name as it appears in https://<org_name>.kustomerapp.com");
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.example.com, https://api.example.com",
    "HTTPS://api.example.com/, https://api.example.com",
    "https://api.example.com/v1, https://api.example.com",
    "https://api.example.com:8443/v1/, https://api.example.com:8443",
    "https://proxy.example.com/kustomer/v1, https://proxy.example.com/kustomer",
    "https://proxy.example.com/dev1, https://proxy.example.com/dev1",
    "http://localhost:8080/v1, http://localhost:8080",
    "http://LOCALHOST:8080, http://LOCALHOST:8080",
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
    "http://127.1.2.3, http://127.1.2.3",
    "http://[::1]:8080/, http://[::1]:8080"
  })
  void isTheUrlGivenLessItsVersion(String url, String expected) {
    assertThat(with("api_url", url).apiUrl()).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.kustomerapp.com",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://[::2]",
        "ftp://localhost",
        "api.kustomerapp.com",
        "https://",
        "https:api.kustomerapp.com",
        "https://under_score.example.com",
        "https://api.example.com:0",
        "https://api.example.com:65536",
        "https://api.example.com/v1?key=1",
        "https://api.example.com/#top",
        "https://user@api.example.com",
        "https://a b.example.com"
      })
  void refusesAUrlThatTheKeyShouldNotBeSentTo(String url) {
    assertThat(problemWith("api_url", url))
        .startsWith("TAP_KUSTOMER_API_URL is \"")
        .endsWith(
            ": give an https URL without login, query or fragment (http only for this machine)");
  }

  @Test
  void prefersTheUrlToTheOrganizationAndThatToTheRegion() {
    Map<String, String> organization = Map.of("org_name", "acme", "region", "eu");
    Map<String, String> all =
        Map.of("org_name", "acme", "region", "eu", "api_url", "https://api.example.com");

    assertThat(loadWith(organization).settings().apiUrl()).hasHost("acme.api.kustomerapp.com");
    assertThat(loadWith(all).settings().apiUrl()).hasHost("api.example.com");
  }

  @Test
  void checksEvenTheOnesThatAreNotUsed() {
    Map<String, String> values =
        Map.of("org_name", "a b", "region", "mars", "api_url", "https://api.example.com");

    assertThat(problem(() -> loadWith(values)))
        .contains("ORG_NAME is \"a b\"")
        .contains("REGION is \"mars\"");
  }
}
