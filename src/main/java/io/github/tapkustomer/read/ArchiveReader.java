package io.github.tapkustomer.read;

import static java.net.HttpURLConnection.HTTP_NOT_FOUND;
import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.record.page.RecordFilter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads from the archive. If the archive refuses or keeps failing, the range is reported as a gap
 * and the stream goes on, since newer records do not depend on it.
 */
public final class ArchiveReader implements WindowReader {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveReader.class);

  private final WindowReader reader;

  public ArchiveReader(WindowReader reader) {
    this.reader = requireNonNull(reader, "reader");
  }

  @Override
  public Step step(TimeRange rest, RecordFilter seen) {
    try {
      return reader.step(rest, seen);
    } catch (ApiException refused) {
      if (refused.status() == HTTP_NOT_FOUND) {
        LOG.warn(
            "{}: the API has no archive; records older than two years are not read",
            refused.endpoint());
        return Step.to(rest.to());
      }
      Gap gap = new Gap(rest, "older than two years: " + refused.getMessage());
      return Step.to(rest.to()).withGaps(List.of(gap));
    }
  }
}
