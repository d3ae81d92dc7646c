package io.github.tapkustomer.sandbox.store;

import java.util.Comparator;
import java.util.function.Predicate;

/**
 * A search body, understood.
 *
 * @param updated what the conditions demand of the last change, where that is all they demand
 * @param condition the whole of it
 * @param shuffled whether the order that was asked for is ignored
 * @param needsScan whether {@code updated} and the index order do not suffice to answer
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

  /** The same query, answered in no order. */
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

  /** The order asked for; equal times come in the order in which the records were made. */
  Comparator<Version> order() {
    Comparator<Version> order =
        Comparator.comparingLong(byCreation ? Version::createdAt : Version::updatedAt);
    order = order.thenComparingInt(Version::ordinal);
    return descending ? order.reversed() : order;
  }
}
