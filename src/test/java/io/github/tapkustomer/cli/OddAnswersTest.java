package io.github.tapkustomer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Undocumented answers: nothing is lost, no line is broken, and no run crashes. */
@Timeout(60)
class OddAnswersTest {
  private static final String OK = "\"createdAt\":\"@0\",\"updatedAt\":\"@5\"";

  @TempDir Path folder;
  private final Answers answers = new Answers();

  @AfterEach
  void stop() {
    answers.close();
  }

  private static String customer(String id, String attributes) {
    return "{\"type\":\"customer\",\"id\":\"%s\",\"attributes\":{%s}}".formatted(id, attributes);
  }

  private Tap.Run sync() {
    Tap.Run run = answers.tap(folder).select("customers").set("max_retries", 1).sync();
    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.stderr()).doesNotContain("\tat ");
    return run;
  }

  @Test
  void passesOnRecordsWithoutATimeAndLeavesTheBookmark() {
    answers.search("customer", customer("1", "\"name\":\"Ada\""), customer("2", "\"name\":null"));
    Tap.Run run = sync();

    assertThat(run.output().ids("customers")).containsExactly("1", "2");
    assertThat(run.output().lastState().orElseThrow().path("bookmarks").has("customers")).isFalse();
    assertThat(run.stderr()).contains("2 without updated_at");
  }

  @Test
  void movesTheBookmarkToTheNewestTimeThatCame() {
    answers.search("customer", customer("1", OK), customer("2", "\"updatedAt\":null"), "{}", "5");
    Tap.Run run = sync();

    assertThat(run.output().lastState().orElseThrow().at("/bookmarks/customers/updated_at"))
        .hasToString("\"" + Answers.time(5) + "\"");
    assertThat(run.stderr()).contains("2 without id").contains("3 without updated_at");
  }

  @Test
  void passesOnARecordOnceThatAPageHasTwice() {
    answers.search("customer", customer("1", OK), customer("2", OK), customer("1", OK));

    assertThat(sync().output().checkProtocol().ids("customers")).containsExactly("1", "2");
  }

  @Test
  void readsAllOfAPageThatIsNotSorted() {
    answers.search(
        "customer",
        customer("9", "\"updatedAt\":\"@9\""),
        customer("2", "\"updatedAt\":\"@2\""),
        customer("5", "\"updatedAt\":\"@5\""));
    Tap.Run run = sync();

    assertThat(run.output().checkProtocol().ids("customers")).contains("9", "2", "5");
    assertThat(run.output().lastState().orElseThrow().at("/bookmarks/customers/updated_at"))
        .hasToString("\"" + Answers.time(9) + "\"");
    assertThat(run.stderr()).contains("records do not come sorted by updated_at");
  }

  /** An empty page would end the stream and move the bookmark past records that never came. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\":null,\"message\":\"try later\"}",
        "{\"data\":[],\"errors\":[{\"title\":\"try later\"}]}"
      })
  void doesNotMistakeAnErrorWithStatus200ForAnEmptyPage(String answer) {
    answers
        .server()
        .stubFor(post(urlPathEqualTo("/v1/customers/search")).willReturn(okJson(answer)));
    Tap.Run run = answers.tap(folder).select("customers").set("max_retries", 1).sync();

    assertThat(run.exitCode()).as(run.stderr()).isEqualTo(6);
    assertThat(run.stderr()).contains("the API answered 200 with an error (try later)");
    assertThat(run.output().lastState().orElseThrow().path("bookmarks").has("customers")).isFalse();
  }

  /** Every character that JSON allows, in names and in values, alone and together. */
  @Test
  void keepsNamesAndValuesWithEveryOddCharacter() {
    List<String> odd =
        IntStream.concat(
                IntStream.range(0, 0x180),
                IntStream.of(0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF, 0x202E, 0x1F600, 0x10FFFF))
            .mapToObj(Character::toString)
            .toList();
    String members =
        odd.stream()
            .map(text -> "\"" + escaped("k" + text) + "\":\"" + escaped(text) + "\"")
            .collect(Collectors.joining(","));
    answers.search("customer", customer("1", OK + ",\"custom\":{" + members + "}"));
    Tap.Run run = sync();

    assertThat(run.stdout().lines()).allMatch(line -> line.startsWith("{\"type\":"));
    JsonNode custom = run.output().checkProtocol().records("customers").get(0).path("custom");
    assertThat(custom.properties().stream().map(field -> field.getValue().asText()))
        .containsExactlyElementsOf(
            odd.stream().map(text -> text.replace('\u0000', '\uFFFD')).toList());
    assertThat(custom.path("k\u2028").asText()).isEqualTo("\u2028");
    assertThat(custom.path("k\uFFFD").asText()).isEqualTo("\uFFFD");
  }

  private static String escaped(String text) {
    return text.chars()
        .mapToObj(unit -> String.format("\\u%04x", unit))
        .collect(Collectors.joining());
  }

  @Test
  void readsNamesWithHalfASurrogatePair() {
    answers.search("customer", customer("1", OK + ",\"custom\":{\"a\\udc00Str\":\"\\ud800\"}"));
    JsonNode record = sync().output().checkProtocol().records("customers").get(0);

    assertThat(record.path("custom")).hasToString("{\"a\uFFFD_str\":\"\uFFFD\"}");
  }

  @Test
  void readsTwentyFiveMegabytesOfTextAndTwoThousandLevels() {
    String long25 = "x".repeat(25_000_000);
    String deep = "{\"a\":[".repeat(1_000) + "]}".repeat(1_000);
    answers.search(
        "customer",
        customer("1", OK + ",\"name\":\"" + long25 + "\""),
        customer("2", OK + ",\"custom\":{\"x\":" + deep + "}"));
    Tap.Run run = sync();

    assertThat(run.stdout()).contains("\"name\":\"" + long25 + "\"").contains(deep);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/teams?page=1", "%s/v1/teams?page=2", "//%s/x", "../../x", "", "\\ud800"})
  void goesWhereNoLinkLeads(String next) {
    WireMockServer elsewhere = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    elsewhere.start();
    elsewhere.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    answers
        .server()
        .stubFor(
            get(urlPathEqualTo("/v1/teams"))
                .willReturn(
                    okJson(
                        "{\"links\":{\"next\":\"%s\"},\"data\":[%s]}"
                            .formatted(
                                next.replace("%s", elsewhere.baseUrl()),
                                Answers.withTimes(customer("t1", OK))))));
    Tap.Run run = answers.tap(folder).select("teams").sync();
    elsewhere.stop();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().checkProtocol().ids("teams")).containsExactly("t1");
    assertThat(elsewhere.getAllServeEvents()).isEmpty();
    assertThat(answers.server().getAllServeEvents()).hasSizeLessThan(12);
  }
}
