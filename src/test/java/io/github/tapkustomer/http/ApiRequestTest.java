package io.github.tapkustomer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tapkustomer.http.limit.Quota;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRequestTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "v1/teams",
        "/v3/teams",
        "//evil.example/v1/",
        "https://evil.example/v1/"
      })
  void staysWithTheApi(String path) {
    assertThatThrownBy(() -> ApiRequest.get("teams", path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("path: must start with /v1/ or /v2/, was " + path);
  }

  @Test
  void countsSearchesAgainstTheirOwnBudget() {
    ApiRequest search = ApiRequest.search("customers", "/v1/customers/search", new byte[] {1});

    assertThat(search.quota()).isEqualTo(Quota.SEARCH);
    assertThat(search.method()).isEqualTo("POST");
    assertThat(ApiRequest.get("teams", "/v1/teams").quota()).isEqualTo(Quota.ORGANIZATION);
    assertThat(ApiRequest.get("teams", "/v1/teams").method()).isEqualTo("GET");
  }
}
