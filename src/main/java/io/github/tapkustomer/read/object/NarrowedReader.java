package io.github.tapkustomer.read.object;

import static java.net.HttpURLConnection.HTTP_BAD_REQUEST;
import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.read.Step;
import io.github.tapkustomer.read.WindowReader;
import io.github.tapkustomer.record.page.RecordFilter;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads only the children of parents that have any, as far as the search can be trusted with that:
 * for what has settled, if the API accepts the filter and finds something. An answer without a
 * parent could also mean that the search knows nothing of children. Thread-safe.
 */
public final class NarrowedReader implements WindowReader {
  private static final Logger LOG = LoggerFactory.getLogger(NarrowedReader.class);

  private final String stream;
  private final String filter;
  private final WindowReader narrowed;
  private final WindowReader all;
  private final Instant settled;
  private final Set<Instant> emptyTo = new HashSet<>();
  private boolean refused;

  /**
   * A reader of one search in two forms.
   *
   * @param filter what the narrowed form filters by
   * @param settled from here on the search may not know yet which parents have children
   */
  public NarrowedReader(
      String stream, String filter, WindowReader narrowed, WindowReader all, Instant settled) {
    this.stream = requireNonNull(stream, "stream");
    this.filter = requireNonNull(filter, "filter");
    this.narrowed = requireNonNull(narrowed, "narrowed");
    this.all = requireNonNull(all, "all");
    this.settled = requireNonNull(settled, "settled");
  }

  @Override
  public Step step(TimeRange rest, RecordFilter seen) {
    Optional<TimeRange> trusted = rest.before(settled).filter(this::isWorthAsking);
    if (trusted.isEmpty()) {
      return all.step(rest, seen);
    }
    try {
      Step step = narrowed.step(trusted.get(), seen);
      if (step.newest().isPresent()) {
        return step;
      }
      noteEmpty(trusted.get());
      return all.step(trusted.get(), seen);
    } catch (ApiException refusal) {
      if (refusal.status() != HTTP_BAD_REQUEST) {
        throw refusal;
      }
      refuse(refusal);
      return all.step(rest, seen);
    }
  }

  /** If a range had nothing, the rest of it has nothing either. */
  private synchronized boolean isWorthAsking(TimeRange rest) {
    return !refused && !emptyTo.contains(rest.to());
  }

  private synchronized void noteEmpty(TimeRange range) {
    emptyTo.add(range.to());
  }

  private synchronized void refuse(ApiException why) {
    if (!refused) {
      refused = true;
      LOG.warn(
          "{}: the API does not search by {} ({}); asking for all parents that changed",
          stream,
          filter,
          why.getMessage());
    }
  }
}
