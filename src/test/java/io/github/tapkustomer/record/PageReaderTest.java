package io.github.tapkustomer.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tapkustomer.OutOfMemoryException;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.stream.Endpoint.Member;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageReaderTest {
  private static final String PAGE =
      """
      {"meta":{"total":2},"links":{"next":null},"data":[
       {"type":"customer","id":"1","attributes":{"name":"Ada é","custom":{"aNum":[1.5,{"x":null}]},
        "updatedAt":"2026-01-01T00:00:00.000Z"},"relationships":{"org":{"data":{"id":"o"}}}},
       {"type":"customer","id":"2","attributes":{"name":"Bob","emails":[{"email":"b@example.com"}],
        "updatedAt":"2026-01-02T00:00:00.000Z"},"links":{"self":"/x"}}]}
      """;

  private final Encoding customers = Encoding.of("customers");

  @Test
  void summarizesAPage() throws IOException {
    PageSummary page = customers.read(PAGE);

    assertThat(page.records()).isEqualTo(2);
    assertThat(page.total()).hasValue(2);
    assertThat(page.more()).contains(false);
    assertThat(page.first()).contains(Instant.parse("2026-01-01T00:00:00Z"));
    assertThat(page.last()).contains(Instant.parse("2026-01-02T00:00:00Z"));
    assertThat(page.sorted()).isTrue();
    assertThat(customers.text())
        .startsWith("{\"type\":\"RECORD\",\"stream\":\"customers\",\"record\":{")
        .endsWith(",\"time_extracted\":\"2026-11-24T09:00:00.000Z\"}\n");
  }

  @Test
  void leavesOnlyWholeLinesWhereverABodyIsCut() throws IOException {
    customers.read(PAGE);
    List<JsonNode> whole = customers.records();
    byte[] body = PAGE.strip().getBytes(UTF_8);
    for (int length = 0; length < body.length; length++) {
      Encoding cut = Encoding.of("customers");
      byte[] part = java.util.Arrays.copyOf(body, length);

      assertThatThrownBy(() -> cut.read(new ByteArrayInputStream(part)))
          .as("cut at %d", length)
          .isInstanceOf(IOException.class);
      List<JsonNode> given = cut.records();
      assertThat(given).as("cut at %d", length).isEqualTo(whole.subList(0, given.size()));
    }
  }

  @Test
  void keepsWhatCameBeforeARecordThatMemoryIsTooShortFor() throws IOException {
    byte[] all = PAGE.getBytes(UTF_8);
    InputStream begin = new ByteArrayInputStream(all, 0, PAGE.lastIndexOf("attributes"));
    InputStream end =
        new InputStream() {
          @Override
          public int read() {
            throw new OutOfMemoryError("made up");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            return read();
          }
        };

    assertThatThrownBy(() -> customers.read(new SequenceInputStream(begin, end)))
        .isInstanceOf(OutOfMemoryException.class);
    assertThat(customers.records()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>502</html>",
        "[]",
        "null",
        "{}",
        "{\"errors\":[]}",
        "{\"data\":null}",
        "{\"data\":[],\"errors\":[{\"title\":\"busy\"}]}",
        "{\"error\":{\"code\":\"busy\"},\"data\":[]}",
        "{\"error\":\"busy\",\"data\":[]}",
        "{\"data\":5}",
        "{\"data\":[{\"id\":\"1\",\"attributes\":{\"name\":}}]}",
        "{\"data\":[{\"id\":\"1\",\"attributes\":{\"name\":\"\u0001\"}}]}"
      })
  void refusesWhatIsNotAPage(String body) {
    assertThatThrownBy(() -> customers.read(body)).isInstanceOf(IOException.class);
    assertThat(customers.text()).isEmpty();
  }

  @Test
  void passesOnChunksOfWholeLinesWhileThePageIsRead() throws IOException {
    String page =
        IntStream.range(0, 500)
            .mapToObj(i -> "{\"id\":\"%d\",\"attributes\":{\"name\":\"%s\"}}".formatted(i, pad(i)))
            .collect(Collectors.joining(",", "{\"data\":[", "]}"));
    List<Integer> sizes = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    new PageReader(
            customers.plan(),
            (id, time) -> Integer.parseInt(id) % 2 == 0,
            Member.DATA,
            Optional.empty(),
            Instant.EPOCH,
            chunk -> {
              sizes.add(chunk.bytes());
              counts.add(chunk.records());
            })
        .read(new ByteArrayInputStream(page.getBytes(UTF_8)));

    assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(250);
    assertThat(sizes).hasSizeGreaterThan(2).allMatch(size -> size < 200_000);
  }

  @Test
  void survivesPartsOfOtherShapes() throws IOException {
    PageSummary page =
        customers.read(
            """
            {"data":[5,null,[{"id":"x"}],{"id":"1","attributes":null,"relationships":[]},
             {"id":2,"attributes":"x","relationships":{"org":5,"team":{"data":[{"id":"t"}]}}},{}]}
            """);

    assertThat(page.records()).isEqualTo(6);
    assertThat(page.keyless()).isEqualTo(4);
    assertThat(customers.records()).hasSize(2);
  }

  /** Otherwise a list that shifts while it is read looks like one that does not. */
  @Test
  void identifiesRecordsWithoutAnIdByTheirKey() throws IOException {
    List<String> ids = new ArrayList<>();
    String body =
        """
        {"data":[{"attributes":{"channel":"email","account":"a@example.com"}},
         {"attributes":{"account":"a@example.com","channel":"email"}},
         {"attributes":{"channel":"sms","account":"a@example.com"}},{"attributes":{"channel":"sms"}}]}
        """;

    PageSummary page =
        new PageReader(
                Encoding.of("outbound_accounts").plan(),
                (id, time) -> ids.add(String.valueOf(id)),
                Member.DATA,
                Optional.empty(),
                Instant.EPOCH,
                chunk -> {})
            .read(new ByteArrayInputStream(body.getBytes(UTF_8)));

    assertThat(ids)
        .containsExactly(
            "email\na@example.com", "email\na@example.com", "sms\na@example.com", "null");
    assertThat(page.keyless()).isEqualTo(1);
  }

  private static String pad(int i) {
    return "x".repeat(1_000 + i);
  }
}
