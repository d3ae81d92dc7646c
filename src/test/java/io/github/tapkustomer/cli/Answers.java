package io.github.tapkustomer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.matching.UrlPattern;
import io.github.tapkustomer.Timestamps;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * A server whose answers a test writes by hand, apart from the sandbox's idea of them. In records,
 * {@code @7} stands for the timestamp seven seconds after {@link #DAY}.
 */
final class Answers implements AutoCloseable {
  /** A month ago, at midnight. */
  static final Instant DAY = Instant.now().minus(Duration.ofDays(30)).truncatedTo(ChronoUnit.DAYS);

  private final WireMockServer server =
      new WireMockServer(WireMockConfiguration.options().dynamicPort());

  Answers() {
    server.start();
    // As the API refuses it, so that it is not taken for a gateway's and asked for again.
    String unknown = "{\"errors\":[{\"status\":404,\"title\":\"not found\"}]}";
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(jsonResponse(unknown, 404)));
    server.stubFor(get(urlPathEqualTo("/v1/users/current")).willReturn(okJson("{\"data\":{}}")));
  }

  /** Every search of this context finds these records, all on one page. */
  Answers search(String context, String... records) {
    server.stubFor(
        post(urlPathEqualTo("/v1/customers/search"))
            .withRequestBody(matchingJsonPath("$[?(@.queryContext == '" + context + "')]"))
            .willReturn(okJson(page(records))));
    return this;
  }

  /** A list has these records, all on one page. */
  Answers list(String path, String... records) {
    UrlPattern url = urlPathEqualTo("/v1/" + path);
    server.stubFor(get(url).willReturn(okJson(page(records))));
    return this;
  }

  /** From when on the first search of this context asked. */
  String searchedFrom(String context) {
    return server.getAllServeEvents().stream()
        .map(event -> event.getRequest().getBodyAsString())
        .filter(body -> body.contains("gte") && body.contains("\"" + context + "\""))
        .map(body -> Tap.json(body).at("/and/0/" + context + "_updated_at/gte").asText())
        .reduce((later, earlier) -> earlier)
        .orElseThrow();
  }

  WireMockServer server() {
    return server;
  }

  Tap tap(Path folder) {
    return Tap.at(server.baseUrl(), "hand-made-key", folder).set("start_date", time(0));
  }

  static String time(long seconds) {
    return Timestamps.format(DAY.plusSeconds(seconds));
  }

  static String withTimes(String json) {
    return Pattern.compile("@(\\d+)")
        .matcher(json)
        .replaceAll(found -> time(Long.parseLong(found.group(1))));
  }

  private static String page(String... records) {
    return "{\"meta\":{\"page\":1,\"pageSize\":500,\"total\":%d,\"totalPages\":1},"
            .formatted(records.length)
        + "\"links\":{\"self\":\"/x\",\"next\":null},\"data\":["
        + withTimes(String.join(",", records))
        + "]}";
  }

  @Override
  public void close() {
    server.stop();
  }
}
