package io.github.tapkustomer.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PlacesTest {
  @Test
  void letsInAsManyAsTheServerBears() throws Exception {
    Places places = new Places(4);
    places.failed(1_000, 1_100);
    places.take();
    places.take();
    Thread third = thread(places);
    places.leave();

    third.join();
    assertThat(third.isAlive()).isFalse();
  }

  @Test
  void letsInMoreOnceAnswersAreGoodAgain() throws Exception {
    Places places = new Places(4);
    places.failed(1_000, 1_100);
    places.take();
    places.take();
    Thread third = thread(places);
    for (int i = 0; i < 3; i++) {
      places.answered(Quota.SEARCH, 1_200, 1_300);
    }

    third.join();
    assertThat(third.isAlive()).isFalse();
  }

  /** One more that wants a place, and waits. */
  private static Thread thread(Places places) {
    FutureTask<Void> taking =
        new FutureTask<>(
            () -> {
              places.take();
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
