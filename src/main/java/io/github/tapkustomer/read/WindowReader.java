package io.github.tapkustomer.read;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.record.page.RecordFilter;

/** Reads a time range of one stream, step by step. Thread-safe: windows share their reader. */
@FunctionalInterface
public interface WindowReader {
  /**
   * Reads a little further. When this returns, the records have been passed on, and the result says
   * how far.
   *
   * @param rest what is still to be read
   * @param seen lets each version of a record pass once
   */
  Step step(TimeRange rest, RecordFilter seen);
}
