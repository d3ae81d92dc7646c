package io.github.tapkustomer.sandbox.search;

import io.github.tapkustomer.sandbox.store.Interval;
import io.github.tapkustomer.sandbox.store.Version;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One condition of a query.
 *
 * @param updated when the object was last updated, if the condition is about nothing else
 */
record Filter(Predicate<Version> condition, Optional<Interval> updated) {
  static Filter onUpdate(Interval interval) {
    return new Filter(version -> interval.contains(version.updatedAt()), Optional.of(interval));
  }

  static Filter on(Predicate<Version> condition) {
    return new Filter(condition, Optional.empty());
  }
}
