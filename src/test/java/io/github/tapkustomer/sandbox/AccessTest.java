package io.github.tapkustomer.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.sandbox.organization.Organization;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {
  private static final String SEARCH = "{'queryContext': 'customer'}";

  private final MutableClock clock = new MutableClock("2026-10-01T12:00:01.500Z");
  private final Organization organization = Organization.generate(5, 20, clock);

  private Sandbox start(SandboxOptions options) {
    return Sandbox.start(options, organization);
  }

  @Test
  void refusesKeysForTheirReasons() throws Exception {
    try (Sandbox sandbox = start(SandboxOptions.defaults())) {
      refused(sandbox, "wrong", "Invalid token");
      refused(sandbox, sandbox.expiredApiKey(), "Expired token");
      refused(
          sandbox,
          sandbox.otherRegionApiKey(),
          "Auth token associated with pod prod2 but request is being handled by prod1");
    }
  }

  private static void refused(Sandbox sandbox, String key, String message) throws Exception {
    HttpResponse<String> answer = new Client(sandbox, key).get("/v1/users/current");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"unauthorized\"", message);
  }

  @Test
  void namesTheRoleThatIsMissing() throws Exception {
    Set<String> withheld = Set.of("org.permission.search.create", "org.permission.team.read");
    try (Sandbox sandbox = start(SandboxOptions.defaults().withWithheldRoles(withheld))) {
      Client client = Client.of(sandbox);
      assertThat(client.search(SEARCH).statusCode()).isEqualTo(403);
      assertThat(client.get("/v1/teams").body()).contains("org.permission.team.read");
      assertThat(client.get("/v1/tags").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void knowsItsPathsAndTheirMethods() throws Exception {
    try (Sandbox sandbox = start(SandboxOptions.defaults())) {
      Client client = Client.of(sandbox);
      assertThat(client.get("/v1/nothing").statusCode()).isEqualTo(404);
      assertThat(client.get("/v1/customers/search").statusCode()).isEqualTo(405);
      assertThat(client.post("/v1/users", "{}").statusCode()).isEqualTo(405);
    }
  }

  @Test
  void answersTooManyUntilTheWindowEnds() throws Exception {
    SandboxOptions options =
        SandboxOptions.defaults()
            .withSearchLimit(2)
            .withOrganizationLimit(4)
            .withLimitWindow(Duration.ofSeconds(4))
            .withRetryAfter(true);
    try (Sandbox sandbox = start(options)) {
      Client client = Client.of(sandbox);
      assertThat(remaining(client.search(SEARCH))).isEqualTo("1 of 2");
      assertThat(remaining(client.search(SEARCH))).isEqualTo("0 of 2");
      HttpResponse<String> refused = client.search(SEARCH);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("x-ratelimit-reset"))
          .contains(Long.toString(clock.instant().getEpochSecond() / 4 * 4 + 4));
      assertThat(refused.headers().firstValue("retry-after")).contains("3");
      assertThat(remaining(client.get("/v1/teams"))).isEqualTo("0 of 4");
      assertThat(client.get("/v1/teams").statusCode()).isEqualTo(429);
      clock.advance(Duration.ofSeconds(3));
      assertThat(remaining(client.search(SEARCH))).isEqualTo("1 of 2");
      assertThat(remaining(client.get("/v1/teams"))).isEqualTo("2 of 4");
      assertThat(sandbox.traffic().rateLimited()).isEqualTo(2);
    }
  }

  private static String remaining(HttpResponse<String> answer) {
    return answer.headers().firstValue("x-ratelimit-remaining").orElse("?")
        + " of "
        + answer.headers().firstValue("x-ratelimit-limit").orElse("?");
  }

  @Test
  void canKeepItsLimitsToItself() throws Exception {
    try (Sandbox sandbox = start(SandboxOptions.defaults().withLimitHeaders(false))) {
      assertThat(remaining(Client.of(sandbox).get("/v1/teams"))).isEqualTo("? of ?");
    }
  }

  @Test
  void datesItsAnswersByTheClock() throws Exception {
    try (Sandbox sandbox = start(SandboxOptions.defaults())) {
      assertThat(Client.of(sandbox).get("/v1/teams").headers().allValues("date"))
          .containsExactly("Thu, 01 Oct 2026 12:00:01 GMT");
    }
  }
}
