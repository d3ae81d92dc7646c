package io.github.tapkustomer.read;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.record.page.RecordFilter;

/** Reads a time range of one stream, step by step. Thread-safe: windows share their reader. */
@FunctionalInterface
public interface WindowReader {
  /**
   * Reads on a little: the records are handed on when this returns, and what it returns says how
   * far that goes.
   *
   * @param rest what is still to be read
   * @param seen lets each version of a record pass once
   */
  Step step(TimeRange rest, RecordFilter seen);
}
