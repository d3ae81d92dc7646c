package io.github.tapkustomer.paging;

import io.github.tapkustomer.record.Chunk;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.ParentPage.Parent;
import io.github.tapkustomer.record.RecordFormat;

/** Where the records of a stream's pages go. */
public interface PageSink {
  /** How its records are encoded. */
  RecordFormat plan();

  /** Waits, before a request is made, until what was read before has been written, nearly. */
  void awaitRoom();

  /** Takes lines, in the order in which they are to be written. */
  void accept(Chunk chunk);

  /** An object that was found is no longer there when it is asked for. */
  void gone();

  /**
   * An object that cannot be read: its like are read on, and it is told as a failure.
   *
   * @return whether the next run can find it again
   */
  boolean passOver(Parent object, String why);

  /** A page is through whose records tell how far the stream has come. */
  void read(PageSummary page);

  /** A page of what belongs to other objects is through; the stream has come no further by it. */
  void readBelow(PageSummary page);
}
