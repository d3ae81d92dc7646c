package io.github.tapkustomer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.http.limit.RateHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowTimelineTest {
  /** The end of a window. */
  private static final long FIRST = Instant.parse("2026-11-24T08:01:00Z").getEpochSecond();

  private final WindowTimeline timeline = new WindowTimeline();

  @Test
  void countsByWindowAndStream() {
    search("customers", FIRST, 99);
    search("messages", FIRST, 98);
    search("messages", FIRST, 97);
    search("customers", FIRST + 60, 99);

    assertThat(searches())
        .containsExactly(
            new WindowUse(
                Instant.parse("2026-11-24T08:00:00Z"),
                1,
                100,
                Map.of("customers", 1L, "messages", 2L),
                0),
            new WindowUse(
                Instant.parse("2026-11-24T08:01:00Z"), 1, 100, Map.of("customers", 1L), 0));
    assertThat(searches().get(0).unused()).isEqualTo(97);
  }

  @Test
  void showsTheWindowsInBetweenThatPassedUnused() {
    search("customers", FIRST, 99);
    search("customers", FIRST + 180, 99);

    assertThat(searches()).extracting(WindowUse::used).containsExactly(1L, 0L, 0L, 1L);
    assertThat(searches()).extracting(WindowUse::unused).containsExactly(99L, 100L, 100L, 99L);
  }

  @Test
  void tellsTheRequestsOfOthers() {
    search("customers", FIRST, 70);
    search("customers", FIRST, 58);

    assertThat(searches()).extracting(WindowUse::others).containsExactly(40L);
    assertThat(searches()).extracting(WindowUse::unused).containsExactly(58L);
  }

  /** Answers overtake each other; the order in which they come must not look like use by others. */
  @Test
  void isNotConfusedByLateAnswers() {
    search("customers", FIRST, 98);
    search("customers", FIRST, 99);
    search("customers", FIRST + 60, 99);
    search("customers", FIRST, 97);

    assertThat(searches()).extracting(WindowUse::used).containsExactly(3L, 1L);
    assertThat(searches()).extracting(WindowUse::others).containsExactly(0L, 0L);
  }

  @Test
  void keepsBudgetsApart() {
    search("customers", FIRST, 99);
    timeline.counted(ApiRequest.get("tags", "/v1/tags"), new RateHeaders.Window(300, 299, FIRST));

    assertThat(searches()).hasSize(1);
    assertThat(timeline.windows().get(Quota.ORGANIZATION))
        .extracting(WindowUse::limit)
        .containsExactly(300L);
  }

  /** Ten days, each tenth window of which passes unused. */
  @Test
  void groupsTheWindowsOfALongRunAndLosesNone() {
    int all = 14_400;
    for (int i = 0; i < all; i++) {
      if (i % 10 != 5) {
        search("customers", FIRST + 60L * i, 60);
        search("messages", FIRST + 60L * i, 20);
      }
    }

    List<WindowUse> told = searches();
    assertThat(told.size()).isBetween(WindowCounts.MOST_COUNTS / 2, WindowCounts.MOST_COUNTS);
    assertThat(told.stream().mapToLong(WindowUse::windows).sum()).isEqualTo(all);
    assertThat(told.stream().mapToLong(WindowUse::limit).sum()).isEqualTo(100L * all);
    assertThat(told.stream().mapToLong(WindowUse::used).sum()).isEqualTo(2L * all * 9 / 10);
    assertThat(told.stream().mapToLong(WindowUse::others).sum()).isEqualTo(78L * all * 9 / 10);
    assertThat(told.get(0).began()).isEqualTo(Instant.parse("2026-11-24T08:00:00Z"));
  }

  private List<WindowUse> searches() {
    return timeline.windows().get(Quota.SEARCH);
  }

  private void search(String stream, long windowEnd, int remaining) {
    timeline.counted(
        ApiRequest.search(stream, "/v1/customers/search", new byte[0]),
        new RateHeaders.Window(100, remaining, windowEnd));
  }
}
