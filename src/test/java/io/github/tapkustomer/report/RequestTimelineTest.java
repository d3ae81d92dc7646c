package io.github.tapkustomer.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.limit.Quota;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RequestTimelineTest {
  private final FakeTimer timer = new FakeTimer(Instant.parse("2026-11-24T08:00:00Z"));
  private final RequestTimeline timeline = new RequestTimeline(timer);

  @Test
  void countsBySecondAndBudget() {
    search();
    search();
    timer.advance(Duration.ofSeconds(2));
    search();
    timeline.waited(ApiRequest.get("tags", "/v1/tags"), Duration.ZERO);

    assertThat(timeline.timeline().step()).isEqualTo(Duration.ofSeconds(1));
    assertThat(timeline.timeline().requests().get(Quota.SEARCH)).containsExactly(2L, 0L, 1L);
    assertThat(timeline.timeline().requests().get(Quota.ORGANIZATION)).containsExactly(0L, 0L, 1L);
  }

  @Test
  void takesLargerStepsInALongRunAndLosesNone() {
    for (int i = 0; i < 3600; i++) {
      search();
      timer.advance(Duration.ofSeconds(1));
    }
    Timeline told = timeline.timeline();

    assertThat(told.step()).isEqualTo(Duration.ofSeconds(32));
    assertThat(told.requests().get(Quota.SEARCH)).hasSizeLessThanOrEqualTo(120).startsWith(32L);
    assertThat(told.requests().get(Quota.SEARCH).stream().mapToLong(Long::longValue).sum())
        .isEqualTo(3600);
  }

  private void search() {
    timeline.waited(
        ApiRequest.search("customers", "/v1/customers/search", new byte[0]), Duration.ZERO);
  }
}
