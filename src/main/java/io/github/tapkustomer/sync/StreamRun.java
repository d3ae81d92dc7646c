package io.github.tapkustomer.sync;

import io.github.tapkustomer.http.Quota;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.singer.Bookmark;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** One selected stream during a sync. */
interface StreamRun {
  RecordFormat plan();

  /** The budget that its requests count against. */
  Quota quota();

  StreamStatistics statistics();

  /** What there is to read, in the order in which it is best begun. */
  List<Piece> pieces();

  /**
   * A piece is through; the last one of a stream makes its bookmark whole.
   *
   * @return pieces that had to wait for this one
   */
  List<Piece> finished(Piece piece);

  /** How far the stream is out, of what has been handed on. */
  Bookmark bookmark();

  /** How much of the time that it has to read is out, 0 to 1; empty where that cannot be told. */
  default OptionalDouble shareDone() {
    return OptionalDouble.empty();
  }

  /** What it came to by the API's own count; empty where there is none. */
  default Optional<ApiCount> apiCount() {
    return Optional.empty();
  }

  default String name() {
    return plan().stream().id();
  }
}
