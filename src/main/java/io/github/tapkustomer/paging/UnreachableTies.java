package io.github.tapkustomer.paging;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;

/**
 * More records share one timestamp than the API gives of any query.
 *
 * @param range the one timestamp
 * @param total how many records share it
 * @param given how many of them the API gives
 */
public record UnreachableTies(TimeRange range, long total, long given) {
  @Override
  public String toString() {
    return "%d records share updated_at %s, of which the API gives only the first %d"
        .formatted(total, Timestamps.format(range.from()), given);
  }
}
