package io.github.tapkustomer.read.page;

import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.RecordFormat;
import io.github.tapkustomer.record.page.PageSummary;

/** Where the lines of one stream's pages go. Thread-safe. */
public interface RecordSink {
  /** How the stream's records are encoded. */
  RecordFormat plan();

  /** Waits, before a request is made, until most of what was read has been written. */
  void awaitRoom();

  /** Takes lines in the order in which they are to be written; waits while it is full. */
  void accept(Chunk chunk);

  /** Counts what was odd about the records of a page that was read to its end. */
  void counted(PageSummary page);
}
