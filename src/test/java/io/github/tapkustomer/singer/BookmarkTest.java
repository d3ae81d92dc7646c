package io.github.tapkustomer.singer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.singer.Bookmark.Unfinished;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BookmarkTest {
  @Test
  void keepsItsOwnCopyOfWhatRemains() {
    Instant from = Instant.parse("2026-07-01T00:00:00Z");
    List<TimeRange> remaining = new ArrayList<>();
    remaining.add(new TimeRange(from, from.plusSeconds(1)));
    Unfinished unfinished = new Unfinished(from, Optional.empty(), remaining);

    remaining.clear();

    assertThat(unfinished.remaining()).hasSize(1);
  }
}
