package io.github.tapkustomer.singer;

import java.time.Instant;
import java.util.List;

/**
 * How far a long list was read that is not ordered by time.
 *
 * @param page everything on the pages before this one is out
 * @param ids some records of the page before, by which the place is found again where entries came
 *     or went meanwhile
 * @param until what was updated then or later was left out on those pages
 */
public record ListPlace(int page, List<String> ids, Instant until) {
  public ListPlace {
    ids = List.copyOf(ids);
    if (page < 2 || ids.isEmpty()) {
      throw new IllegalArgumentException("page, ids: nothing was read, was " + page + ", " + ids);
    }
  }
}
