package io.github.tapkustomer.sandbox.store;

import java.util.Comparator;
import java.util.function.Predicate;

/**
 * A parsed search body.
 *
 * @param updated what the conditions require of the last change, if they require nothing else
 * @param condition all of them
 * @param shuffled whether the requested order is ignored
 * @param needsScan whether {@code updated} and the index order are not enough to answer
 */
public record SearchQuery(
    Context context,
    Interval updated,
    Predicate<Version> condition,
    boolean needsScan,
    boolean byCreation,
    boolean descending,
    boolean includeDeleted,
    boolean idsOnly,
    boolean shuffled) {

  /** The same query, answered unsorted. */
  public SearchQuery inNoOrder() {
    return new SearchQuery(
        context,
        updated,
        condition,
        needsScan,
        byCreation,
        descending,
        includeDeleted,
        idsOnly,
        true);
  }

  /** The requested order; equal times come in the order in which the records were made. */
  Comparator<Version> order() {
    Comparator<Version> order =
        Comparator.comparingLong(byCreation ? Version::createdAt : Version::updatedAt);
    order = order.thenComparingInt(Version::ordinal);
    return descending ? order.reversed() : order;
  }
}
