package io.github.tapkustomer.paging;

import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordPlan;

/** Where the records of a stream's pages go. */
public interface PageSink {
  /** How its records are encoded. */
  RecordPlan plan();

  /** Waits, before a request is made, until what was read before has been written, nearly. */
  void awaitRoom();

  /** Takes lines, in the order in which they are to be written. */
  void accept(Chunk chunk);

  /** A page is through. */
  void read(PageSummary page);
}
