package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves a search stream when all of it was read: asks the API how many records each range has. A
 * range that gave fewer is read once more, and what is still missing then is told.
 */
final class CountProof {
  private static final Logger LOG = LoggerFactory.getLogger(CountProof.class);

  private final String stream;
  private final List<CountedRange> open;
  private ApiCount result = ApiCount.NONE;
  private boolean proved;

  CountProof(String stream, List<CountedRange> ranges) {
    this.stream = stream;
    this.open = new ArrayList<>(ranges);
  }

  /** The ranges to be asked for now that they are read; each is given out once. */
  synchronized List<CountedRange> due() {
    List<CountedRange> due = new ArrayList<>();
    for (CountedRange range : open) {
      if (range.count().isSelfEvident()) {
        settle(range.count().given(), range);
      } else {
        due.add(range);
      }
    }
    open.clear();
    return due;
  }

  /** What was proved of the stream; empty before all of it was read, or where nothing counts. */
  synchronized Optional<ApiCount> result() {
    return proved ? Optional.of(result) : Optional.empty();
  }

  /**
   * Asks for a range's count.
   *
   * @return the range to be read once more, if it gave too little
   */
  Optional<CountedRange> hold(CountedRange range, StreamStatistics statistics) {
    OptionalLong total = range.ask();
    if (total.isEmpty()) {
      return Optional.empty();
    }
    long counted = total.getAsLong();
    long given = range.count().given();
    if (given < counted && !range.again()) {
      LOG.warn("{}: {}; reading them once more", stream, shortfall(range, counted, given));
      return Optional.of(openAgain(range));
    }
    settle(counted, range);
    if (given < counted) {
      statistics.failed(shortfall(range, counted, given));
    }
    return Optional.empty();
  }

  private synchronized CountedRange openAgain(CountedRange range) {
    CountedRange again = range.anew();
    open.add(again);
    return again;
  }

  private synchronized void settle(long counted, CountedRange range) {
    result = result.plus(counted, range.count().given());
    proved = true;
  }

  private static String shortfall(CountedRange range, long counted, long given) {
    TimeRange times = range.count().range();
    return "the API counts %d records updated from %s to %s, but gave %d"
        .formatted(counted, Timestamps.format(times.from()), Timestamps.format(times.to()), given);
  }
}
