package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.read.page.SearchPages;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.RecordFilter;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Remembers which records a search gave that changed recently: a list's replica may still have an
 * older version, which must not follow the newer one. Thread-safe.
 */
public final class RecentIds {
  private final Instant since;
  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  /**
   * No records yet.
   *
   * @param since what was updated before is the same on every replica
   */
  public RecentIds(Instant since) {
    this.since = requireNonNull(since, "since");
  }

  boolean contains(String id) {
    return ids.contains(id);
  }

  /** The same pages; their recent records are remembered. */
  public SearchPages noting(SearchPages pages) {
    return new SearchPages() {
      @Override
      public PageSummary read(TimeRange range, int page, int size, RecordFilter filter) {
        return pages.read(
            range,
            page,
            size,
            (id, updatedAt) -> {
              if (id != null && updatedAt.filter(at -> !at.isBefore(since)).isPresent()) {
                ids.add(id);
              }
              return filter.accept(id, updatedAt);
            });
      }

      @Override
      public OptionalLong count(TimeRange range) {
        return pages.count(range);
      }
    };
  }
}
