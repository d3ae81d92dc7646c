package io.github.tapkustomer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.tapkustomer.Secret;
import io.github.tapkustomer.TapException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsTest {
  private static final String KEY = "eyJhbGciOiJIUzI1NiJ9.key";
  private static final String HTML = "\n<!DOCTYPE html><html><h1>Blocked</h1></html>";
  private static final ApiRequest TEAMS = ApiRequest.get("teams", "/v1/teams?page=1");

  private static RetryableException answer(int status, String body) {
    return Refusals.of(
        TEAMS,
        status,
        body.getBytes(StandardCharsets.UTF_8),
        Duration.ofSeconds(3),
        new Secret(KEY));
  }

  private static String error(String message) {
    return "{\"errors\":[{\"message\":\"" + message + "\"}]}";
  }

  private static void assertRefusesTheKey(int status, String told, String message) {
    assertThat(answer(status, error(told)).meaning().orElseThrow())
        .hasMessage(message)
        .asInstanceOf(type(TapException.class))
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(TapException.Kind.KEY_REFUSED));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 206, 408, 425, 429, 500, 502, 503, 504, 599})
  void retriesWhatPasses(int status) {
    for (String body : new String[] {"", HTML, error("busy")}) {
      RetryableException answer = answer(status, body);

      assertThat(answer.isDoubtful()).isFalse();
      assertThat(answer.meaning()).isEmpty();
      assertThat(answer.retryAfter()).isEqualTo(Duration.ofSeconds(3));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409, 410, 422})
  void believesTheApiAfterTwoAnswersAndAStrangerAfterThree(int status) {
    assertThat(answer(status, error("no")).heard()).isEqualTo(2);
    assertThat(answer(status, "").heard()).isEqualTo(3);
    assertThat(answer(status, "Forbidden").meaning()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 409})
  void doesNotTakeAWebPageForARefusal(int status) {
    RetryableException answer = answer(status, HTML);

    assertThat(answer.heard()).isEqualTo(3);
    assertThat(answer.meaning()).isEmpty();
    assertThat(answer)
        .hasMessage(
            "status "
                + status
                + " with a web page instead of JSON: a proxy, firewall or gateway between here and"
                + " the API sent it");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 304, 307, 399})
  void doesNotFollowRedirects(int status) {
    RetryableException answer = answer(status, HTML);

    assertThat(answer.heard()).isEqualTo(3);
    assertThat(answer)
        .hasMessage(
            "the API answered "
                + status
                + ", a redirect, which is not followed so that the API key stays with its host;"
                + " check org_name, region or api_url");
  }

  @Test
  void saysHowToReplaceAnExpiredKey() {
    assertRefusesTheKey(
        401,
        "Expired token",
        "the API key was refused with 401 (Expired token): it is wrong, revoked or"
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

    assertRefusesTheKey(
        status,
        told,
        ("the API key belongs to another region (%s): set org_name to your organization's name,"
                + " or %s")
            .formatted(told, advice));
  }

  @ParameterizedTest
  @CsvSource({"403, 'forbidden', ' (forbidden)'", "404, '', ''", "409, 'taken', ' (taken)'"})
  void leavesOtherRefusalsToTheStream(int status, String told, String detail) {
    assertThat(answer(status, told.isEmpty() ? "{}" : error(told)).meaning().orElseThrow())
        .hasMessage("GET /v1/teams?page=1 answered " + status + detail)
        .asInstanceOf(type(ApiException.class))
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
  }
}
