package io.github.tapkustomer.report;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.ApiRequest;
import io.github.tapkustomer.http.RequestListener;
import io.github.tapkustomer.http.limit.Quota;
import io.github.tapkustomer.http.limit.RateHeaders;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the windows of each budget were used, as the answers tell it. Thread-safe. */
public final class WindowTimeline implements RequestListener {
  private final Map<Quota, WindowCounts> counts = new EnumMap<>(Quota.class);

  public WindowTimeline() {
    for (Quota quota : Quota.values()) {
      counts.put(quota, new WindowCounts());
    }
  }

  @Override
  public synchronized void counted(ApiRequest request, RateHeaders.Window window) {
    requireNonNull(counts.get(request.quota())).count(request.endpoint(), window);
  }

  /** The windows from the first that an answer told of to the last, the unused ones included. */
  public synchronized Map<Quota, List<WindowUse>> windows() {
    Map<Quota, List<WindowUse>> windows = new EnumMap<>(Quota.class);
    counts.forEach((quota, all) -> windows.put(quota, all.windows()));
    return windows;
  }
}
