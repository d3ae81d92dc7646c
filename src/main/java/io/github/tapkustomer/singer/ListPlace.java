package io.github.tapkustomer.singer;

import java.time.Instant;
import java.util.List;

/**
 * How far a long list that is not sorted by time was read.
 *
 * @param page everything on the pages before this one has been written
 * @param ids some records of the page before, by which to find the place again after entries came
 *     or went
 * @param until what was updated then or later was left out on those pages
 */
public record ListPlace(int page, List<String> ids, Instant until) {
  public ListPlace {
    ids = List.copyOf(ids);
    if (page < 2 || ids.isEmpty()) {
      throw new IllegalArgumentException("page, ids: nothing was read:  " + page + ", " + ids);
    }
  }
}
