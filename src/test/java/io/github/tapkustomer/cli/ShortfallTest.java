package io.github.tapkustomer.cli;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four notes, of which a reading by pages of two is given three. */
class ShortfallTest {
  private static final String PAGES = "/v1/customers/search?page=1&pageSize=2";
  private static final String SECOND = "/v1/customers/search?page=2&pageSize=2";
  private static final String COUNTS = "/v1/customers/search?page=1&pageSize=1";

  @TempDir Path folder;
  private final Answers answers = new Answers();

  @BeforeEach
  void answer() {
    stub(search(PAGES, 0), 4, note(1), note(2));
    stub(search(PAGES, 2), 2, note(2), note(4));
    stub(search(PAGES, 3), 2, note(3), note(4));
    stub(search(SECOND, 0), 4, note(2), note(4));
    stub(search(COUNTS, 0), 4, note(1));
  }

  @AfterEach
  void stop() {
    answers.close();
  }

  @Test
  void readsOnceMoreWhatGaveLessThanTheApiCounts() {
    stub(search(SECOND, 0), 4, note(3), note(4));

    Tap.Run run = tap().sync();

    assertThat(run.exitCode()).as(run.stderr()).isZero();
    assertThat(run.output().newest("notes")).containsOnlyKeys("1", "2", "3", "4");
    assertThat(run.stderr())
        .contains("counts 4 records", "but gave 3; reading them again")
        .contains("; 4 of the API's 4");
  }

  @Test
  void saysWhatIsMissingForGood() throws Exception {
    Path summary = folder.resolve("summary.json");

    Tap.Run run = tap().sync("--summary", summary.toString());

    assertThat(run.exitCode()).isEqualTo(ExitCode.STREAMS_FAILED);
    assertThat(run.stderr())
        .contains(
            "incomplete: notes (the API counts 4 records updated from " + Answers.time(0),
            ", but gave 3)");
    JsonNode stream = Tap.json(Files.readString(summary)).at("/streams/0");
    assertThat(stream.path("distinct_ids").asLong()).isEqualTo(3);
    assertThat(stream.path("api_count").asLong()).isEqualTo(4);
    assertThat(stream.path("failures").toString()).contains("counts 4 records");
  }

  private Tap tap() {
    return answers.tap(folder).select("notes").set("page_size_limit", 2).set("concurrency", 1);
  }

  private static MappingBuilder search(String url, int from) {
    return post(urlEqualTo(url)).withRequestBody(containing("\"gte\":\"" + Answers.time(from)));
  }

  private void stub(MappingBuilder request, int total, String... notes) {
    String page = "{\"meta\":{\"total\":%d},\"links\":{\"next\":null},\"data\":[%s]}";
    answers
        .server()
        .stubFor(
            request.willReturn(
                okJson(Answers.withTimes(page.formatted(total, String.join(",", notes))))));
  }

  private static String note(int seconds) {
    return "{\"type\":\"note\",\"id\":\"%d\",\"attributes\":{\"updatedAt\":\"@%d\"}}"
        .formatted(seconds, seconds);
  }
}
