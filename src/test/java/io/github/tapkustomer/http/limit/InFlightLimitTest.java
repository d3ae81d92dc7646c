package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InFlightLimitTest {
  @Test
  void admitsAsManyAsTheServerBears() throws Exception {
    InFlightLimit inFlight = new InFlightLimit(4);
    inFlight.failed(1_000, 1_100);
    inFlight.take();
    inFlight.take();
    Thread third = thread(inFlight);
    inFlight.leave();

    third.join();
    assertThat(third.isAlive()).isFalse();
  }

  @Test
  void admitsMoreOnceAnswersAreGoodAgain() throws Exception {
    InFlightLimit inFlight = new InFlightLimit(4);
    inFlight.failed(1_000, 1_100);
    inFlight.take();
    inFlight.take();
    Thread third = thread(inFlight);
    for (int i = 0; i < 3; i++) {
      inFlight.answered(Quota.SEARCH, 1_200, 1_300);
    }

    third.join();
    assertThat(third.isAlive()).isFalse();
  }

  /** One more that wants a place, and waits. */
  private static Thread thread(InFlightLimit inFlight) {
    FutureTask<Void> taking =
        new FutureTask<>(
            () -> {
              inFlight.take();
              return null;
            });
    Thread thread = new Thread(taking);
    thread.start();
    while (thread.getState() != Thread.State.WAITING) {
      assertThat(taking).isNotDone();
      Thread.onSpinWait();
    }
    return thread;
  }
}
