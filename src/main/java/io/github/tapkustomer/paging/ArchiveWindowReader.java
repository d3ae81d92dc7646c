package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from the archive. Where that is refused or keeps failing, what is younger is whole all the
 * same: the window is told as unread, and the stream goes on.
 */
public final class ArchiveWindowReader implements WindowReader {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveWindowReader.class);
  private static final int NOT_FOUND = 404;

  private final WindowReader reader;

  public ArchiveWindowReader(WindowReader reader) {
    this.reader = requireNonNull(reader, "reader");
  }

  @Override
  public void step(SearchWindow window, ReadingListener listener) {
    TimeRange range = window.remaining().orElseThrow();
    try {
      reader.step(window, listener);
    } catch (ApiException refused) {
      if (refused.status() == NOT_FOUND) {
        LOG.warn(
            "{}: there is no archive; what is older than two years is not read",
            refused.endpoint());
      } else {
        listener.refused(range, "older than two years: " + refused.getMessage());
      }
      window.advance(range.to());
      listener.moved();
    }
  }
}
