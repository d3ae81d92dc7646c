package io.github.tapkustomer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.tapkustomer.TapException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  private static final ApiRequest TEAMS = ApiRequest.get("teams", "/v1/teams?page=1");

  private static void assertRefusal(
      int status, String told, TapException.Kind kind, String message) {
    assertThat(Refusals.lasting(TEAMS, status, told))
        .hasMessage(message)
        .asInstanceOf(type(TapException.class))
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
  }

  @ParameterizedTest
  @CsvSource({
    "408, true",
    "429, true",
    "500, true",
    "502, true",
    "503, true",
    "504, true",
    "599, true",
    "400, false",
    "401, false",
    "403, false",
    "404, false",
    "409, false",
    "301, false"
  })
  void knowsWhatMayPass(int status, boolean passing) {
    assertThat(Refusals.isPassing(status)).isEqualTo(passing);
  }

  @Test
  void saysHowToReplaceAnExpiredKey() {
    assertRefusal(
        401,
        "unauthorized: Expired token",
        TapException.Kind.KEY_REFUSED,
        "the API key was refused with 401 (unauthorized: Expired token): it is wrong, revoked or"
            + " expired; create one without expiry in Kustomer under Settings > Security > API"
            + " Keys and set api_token");
  }

  @ParameterizedTest
  @CsvSource({
    "401, prod1, region to us",
    "401, prod2, region to eu",
    "403, PROD4, region to in",
    "400, prod9, api_url to the host of prod9"
  })
  void saysWhichRegionAKeyBelongsTo(int status, String pod, String advice) {
    String told = "Auth token associated with pod " + pod + " but request is being handled by x";

    assertRefusal(
        status,
        told,
        TapException.Kind.KEY_REFUSED,
        ("the API key belongs to another region (%s): set org_name to your organisation's name,"
                + " or %s")
            .formatted(told, advice));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 304, 399})
  void doesNotFollowRedirects(int status) {
    assertRefusal(
        status,
        "",
        TapException.Kind.API_GAVE_UP,
        "GET /v1/teams?page=1 answered "
            + status
            + ", a redirect, which is not followed so that the API key stays with its host: check"
            + " org_name, region or api_url");
  }

  @ParameterizedTest
  @CsvSource({"403, 'forbidden', ' (forbidden)'", "404, '', ''", "409, 'taken', ' (taken)'"})
  void leavesOtherRefusalsToTheStream(int status, String told, String detail) {
    assertThat(Refusals.lasting(TEAMS, status, told))
        .hasMessage("GET /v1/teams?page=1 answered " + status + detail)
        .asInstanceOf(type(ApiException.class))
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
  }
}
