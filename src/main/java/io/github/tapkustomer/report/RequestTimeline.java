package io.github.tapkustomer.report;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Timer;
import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.http.limit.Quota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts requests by when they left. Even a long run has few counts. Thread-safe. */
public final class RequestTimeline implements RequestListener {
  private static final int MOST_STEPS = 120;

  private final Timer timer;
  private final Instant began;
  private final Map<Quota, long[]> counts = new EnumMap<>(Quota.class);
  private long stepMillis = 1000;
  private int last;

  public RequestTimeline(Timer timer) {
    this.timer = requireNonNull(timer, "timer");
    this.began = timer.now();
    for (Quota quota : Quota.values()) {
      counts.put(quota, new long[MOST_STEPS]);
    }
  }

  /** When it began to count. */
  public Instant began() {
    return began;
  }

  @Override
  public synchronized void waited(ApiRequest request, Duration time) {
    requireNonNull(counts.get(request.quota()))[step()]++;
  }

  /** The counts from the beginning until now. */
  public synchronized Timeline timeline() {
    int steps = step() + 1;
    Map<Quota, List<Long>> requests = new EnumMap<>(Quota.class);
    counts.forEach(
        (quota, all) -> {
          List<Long> part = new ArrayList<>();
          for (int i = 0; i < steps; i++) {
            part.add(all[i]);
          }
          requests.put(quota, part);
        });
    return new Timeline(Duration.ofMillis(stepMillis), requests);
  }

  private int step() {
    long millis = Math.max(0, Duration.between(began, timer.now()).toMillis());
    while (millis / stepMillis >= MOST_STEPS) {
      counts.values().forEach(RequestTimeline::halve);
      stepMillis *= 2;
      last /= 2;
    }
    last = Math.max(last, (int) (millis / stepMillis));
    return last;
  }

  /** Adds up neighbors, which leaves the second half empty. */
  private static void halve(long[] all) {
    for (int i = 0; i < all.length; i++) {
      all[i] = i < all.length / 2 ? all[2 * i] + all[2 * i + 1] : 0;
    }
  }
}
