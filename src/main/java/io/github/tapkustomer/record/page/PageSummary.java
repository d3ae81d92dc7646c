package io.github.tapkustomer.record.page;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What was learned about a page while it was encoded.
 *
 * @param records records on the page
 * @param keyless records without an id
 * @param timeless records without a readable {@code updatedAt}
 * @param first the earliest {@code updatedAt}
 * @param last the latest {@code updatedAt}
 * @param lastTies how many records share {@code last}
 * @param sorted whether the times never decreased
 * @param total {@code meta.total}: how many records the query has
 * @param more whether {@code links.next} leads on; empty if the answer has no links at all
 * @param timedOut whether {@code meta.timed_out} says that records may be missing
 */
public record PageSummary(
    int records,
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
        records, keyless, timeless, first, last, lastTies, sorted, total, more, timedOut);
  }

  /** The same, saying whether another page follows. */
  public PageSummary withMore(boolean follows) {
    return new PageSummary(
        records,
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
