package io.github.tapkustomer.stats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.FakeTimer;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.stats.StreamProgress.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitingTimeTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final FakeTimer timer = new FakeTimer();
  private final WaitingTime waiting = new WaitingTime(timer);

  @Test
  void countsThreadsThatWaitSideBySideOnce() {
    waiting.begin();
    timer.advance(SECOND);
    waiting.begin();
    timer.advance(SECOND);
    waiting.end();
    timer.advance(SECOND);
    waiting.end();
    timer.advance(SECOND);

    assertThat(waiting.total()).isEqualTo(Duration.ofSeconds(3));
    assertThat(waiting.isWaiting()).isFalse();
  }

  @Test
  void countsAWaitThatLasts() {
    waiting.begin();
    timer.advance(SECOND);
    assertThat(waiting.total()).isEqualTo(SECOND);

    timer.advance(SECOND);
    waiting.end();
    assertThat(waiting.total()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void countsWaitsOfKnownLengthOnceIfTheyOverlap() {
    waiting.waitFor(Duration.ofSeconds(10));
    timer.advance(SECOND);
    waiting.waitFor(Duration.ofSeconds(3));
    waiting.waitFor(Duration.ofSeconds(11));
    timer.advance(Duration.ofSeconds(60));
    waiting.waitFor(SECOND);

    assertThat(waiting.total()).isEqualTo(Duration.ofSeconds(13));
  }

  @Test
  void reportsAStreamsWaitsInWallClockTime() {
    RequestStatistics statistics = new RequestStatistics(timer);
    ApiRequest request = ApiRequest.get("teams", "/v1/teams");
    for (int thread = 0; thread < 10; thread++) {
      statistics.waiting(request);
      statistics.retrying(request, "busy", 1, Duration.ofSeconds(4));
    }
    timer.advance(Duration.ofSeconds(2));
    for (int thread = 0; thread < 9; thread++) {
      statistics.waited(request, Duration.ofSeconds(2));
    }
    statistics.notSent(request);

    assertThat(statistics.of("teams").waits()).isEqualTo(new WaitingTimes(2, 4, 0));
    assertThat(statistics.of("teams").waitingFor()).isEqualTo(Waiting.ANSWER);

    for (int thread = 0; thread < 9; thread++) {
      statistics.attempted(request, 200, Duration.ofSeconds(2), true);
    }
    assertThat(statistics.of("teams").waitingFor()).isEqualTo(Waiting.NOTHING);
  }
}
