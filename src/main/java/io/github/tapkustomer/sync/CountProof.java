package io.github.tapkustomer.sync;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.Timestamps;
import io.github.tapkustomer.plan.CountedRange;
import io.github.tapkustomer.stats.ApiCount;
import io.github.tapkustomer.stats.StreamStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves that all of a search stream was read: asks the API how many records each range has. A
 * range that gave fewer is read once more, and what is still missing then is reported. Thread-safe.
 *
 * <p>The count may be asked for while the last pages are read. Records only leave these ranges, so
 * who gave as many as there were then has given all; who gave fewer may have been left by some
 * since, and the count is asked for again.
 */
final class CountProof {
  private static final Logger LOG = LoggerFactory.getLogger(CountProof.class);

  private final String stream;
  private final StreamStatistics statistics;
  private final List<CountedRange> open;
  private final Set<CountedRange> asked = new HashSet<>();
  private final Set<CountedRange> askedAhead = new HashSet<>();
  private final Map<CountedRange, OptionalLong> told = new HashMap<>();
  private ApiCount result = ApiCount.NONE;
  private boolean proved;

  /**
   * What the proof still needs.
   *
   * @param count ranges to be asked for
   * @param read ranges to be read once more
   */
  record Need(List<CountedRange> count, List<CountedRange> read) {}

  CountProof(String stream, StreamStatistics statistics, List<CountedRange> ranges) {
    this.stream = stream;
    this.statistics = statistics;
    this.open = new ArrayList<>(ranges);
  }

  /** The ranges that can be asked for though they are not read to their ends yet. */
  synchronized List<CountedRange> ahead() {
    List<CountedRange> ahead = open.stream().filter(asked::add).toList();
    askedAhead.addAll(ahead);
    return ahead;
  }

  /** Asks for a range's count. */
  void ask(CountedRange range) {
    OptionalLong count = range.ask();
    synchronized (this) {
      told.put(range, count);
    }
  }

  /** Goes on as far as possible, now that all was read. */
  synchronized Need need() {
    Need need = new Need(new ArrayList<>(), new ArrayList<>());
    for (CountedRange range : List.copyOf(open)) {
      if (range.count().isSelfEvident() && !range.again()) {
        settle(range, range.count().given());
      } else if (told.containsKey(range)) {
        judge(range, told.remove(range), need);
      } else if (asked.add(range)) {
        need.count.add(range);
      }
    }
    return need;
  }

  private void judge(CountedRange range, OptionalLong count, Need need) {
    if (count.isEmpty()) {
      open.remove(range);
    } else if (range.count().given() >= count.getAsLong()) {
      settle(range, count.getAsLong());
    } else if (askedAhead.remove(range)) {
      need.count.add(range);
    } else if (!range.again()) {
      LOG.warn("{}: {}; reading them once more", stream, shortfall(range, count.getAsLong()));
      CountedRange again = range.anew();
      open.set(open.indexOf(range), again);
      need.read.add(again);
    } else {
      statistics.failed(shortfall(range, count.getAsLong()));
      settle(range, count.getAsLong());
    }
  }

  private void settle(CountedRange range, long counted) {
    open.remove(range);
    result = result.plus(counted, range.count().given());
    proved = true;
  }

  /** What was proved of the stream; empty before all of it was read, or where nothing counts. */
  synchronized Optional<ApiCount> result() {
    return proved ? Optional.of(result) : Optional.empty();
  }

  private static String shortfall(CountedRange range, long counted) {
    TimeRange times = range.count().range();
    return "the API counts %d records updated from %s to %s, but gave %d"
        .formatted(
            counted,
            Timestamps.format(times.from()),
            Timestamps.format(times.to()),
            range.count().given());
  }
}
