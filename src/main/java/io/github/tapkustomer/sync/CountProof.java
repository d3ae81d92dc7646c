package io.github.tapkustomer.sync;

import io.github.tapkustomer.Plural;
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
 * Proves that a search stream was read completely. If the first answers' totals do not prove it,
 * since records have left meanwhile, the API is asked for the count of each range. A range that
 * gave fewer is read again, and what is still missing then is reported. Thread-safe.
 */
final class CountProof {
  private static final Logger LOG = LoggerFactory.getLogger(CountProof.class);

  private final String stream;
  private final StreamStatistics statistics;
  private final List<CountedRange> open;
  private final Set<CountedRange> asked = new HashSet<>();
  private final Map<CountedRange, OptionalLong> told = new HashMap<>();
  private ApiCount result = ApiCount.NONE;
  private boolean proved;

  /**
   * What the proof still needs.
   *
   * @param count ranges whose count to ask for
   * @param read ranges to read again
   */
  record Need(List<CountedRange> count, List<CountedRange> read) {}

  CountProof(String stream, StreamStatistics statistics, List<CountedRange> ranges) {
    this.stream = stream;
    this.statistics = statistics;
    this.open = new ArrayList<>(ranges);
  }

  /** Asks for a range's count. */
  void ask(CountedRange range) {
    OptionalLong count = range.ask();
    synchronized (this) {
      told.put(range, count);
    }
  }

  /** Continues as far as possible, once everything has been read. */
  synchronized Need need() {
    Need need = new Need(new ArrayList<>(), new ArrayList<>());
    for (CountedRange range : List.copyOf(open)) {
      if (range.isProved()) {
        settle(range, range.given());
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
    } else if (range.given() >= count.getAsLong()) {
      settle(range, count.getAsLong());
    } else if (!range.isReadAgain()) {
      LOG.warn("{}: {}; reading them again", stream, shortfall(range, count.getAsLong()));
      CountedRange again = range.toReadAgain();
      open.set(open.indexOf(range), again);
      need.read.add(again);
    } else {
      statistics.failed(shortfall(range, count.getAsLong()));
      settle(range, count.getAsLong());
    }
  }

  private void settle(CountedRange range, long counted) {
    open.remove(range);
    result = result.plus(counted, range.given());
    proved = true;
  }

  /** What was proved of the stream; empty before everything was read, or if nothing is counted. */
  synchronized Optional<ApiCount> result() {
    return proved ? Optional.of(result) : Optional.empty();
  }

  private static String shortfall(CountedRange range, long counted) {
    TimeRange times = range.range();
    return "the API counts %s updated from %s to %s, but gave %d"
        .formatted(
            Plural.of(counted, "record"),
            Timestamps.format(times.from()),
            Timestamps.format(times.to()),
            range.given());
  }
}
