package io.github.tapkustomer.record.page;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was learned about a page while it was encoded.
 *
 * @param records records that it held
 * @param emitted those of them that were passed on
 * @param keyless records without an id
 * @param timeless records without a readable {@code updatedAt}
 * @param first the earliest {@code updatedAt}
 * @param last the latest
 * @param lastTies how many records at its end share {@code last}
 * @param sorted whether the times never fell
 * @param total {@code meta.total}: how many records the query has
 * @param more whether {@code links.next} leads on; absent where the answer has no such link at all
 * @param timedOut whether {@code meta.timed_out} says that records may be missing
 */
public record PageSummary(
    int records,
    int emitted,
    int keyless,
    int timeless,
    Optional<Instant> first,
    Optional<Instant> last,
    int lastTies,
    boolean sorted,
    OptionalLong total,
    Optional<Boolean> more,
    boolean timedOut) {

  /** The same with another total. */
  public PageSummary withTotal(OptionalLong total) {
    return new PageSummary(
        records, emitted, keyless, timeless, first, last, lastTies, sorted, total, more, timedOut);
  }

  /** The same, but for whether another page follows. */
  public PageSummary withMore(boolean follows) {
    return new PageSummary(
        records,
        emitted,
        keyless,
        timeless,
        first,
        last,
        lastTies,
        sorted,
        total,
        Optional.of(follows),
        timedOut);
  }
}
