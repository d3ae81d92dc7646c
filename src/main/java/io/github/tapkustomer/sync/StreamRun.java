package io.github.tapkustomer.sync;

import io.github.tapkustomer.read.object.ObjectOutcomes;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.stats.ApiCount;
import io.github.tapkustomer.stats.StreamStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One selected stream during a sync. */
interface StreamRun {
  RecordFormat plan();

  StreamStatistics statistics();

  /** What there is to read at first, in the order in which it is best begun. */
  List<Task> tasks();

  /** The bookmark that covers exactly the lines queued so far. */
  Bookmark bookmark();

  /** How much has been read of what there is to read, 0 to 1; empty if that is not known. */
  default OptionalDouble shareDone() {
    return OptionalDouble.empty();
  }

  /** How what was read compares with the API's own count; empty if there is none. */
  default Optional<ApiCount> apiCount() {
    return Optional.empty();
  }

  /** How requests for single objects ended; empty if it makes none. */
  default Optional<ObjectOutcomes> outcomes() {
    return Optional.empty();
  }

  default String name() {
    return plan().stream().id();
  }
}
