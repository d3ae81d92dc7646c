package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TapException;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.RecordFilter;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a list page by page, always to its end. Where fewer distinct records came than its {@code
 * total} says, one can have slipped from one page to another, and the list is read again. A list of
 * several pages that tells no total, or one that falls, is read until it gives the same records
 * twice. Lists have no filter by time: what was not updated since the bookmark is left out here.
 */
public final class ListReader {
  private static final Logger LOG = LoggerFactory.getLogger(ListReader.class);
  private static final int ATTEMPTS = 6;

  private final ListPages pages;
  private final int pageSize;

  public ListReader(ListPages pages, int pageSize) {
    this.pages = requireNonNull(pages, "pages");
    this.pageSize = pageSize;
  }

  /**
   * Reads the whole list.
   *
   * @param since leaves out what was updated before; records without a time always pass
   * @param end leaves out what was updated then or later, where it is set
   */
  public Result read(List<String> passes, Instant since, Optional<Instant> end) {
    NewVersions filter = new NewVersions(since, end);
    for (String pass : passes) {
      readPass(pass, filter);
    }
    return new Result(filter.latest, filter.older.size());
  }

  /**
   * A list that was read.
   *
   * @param latest the latest {@code updated_at} of what was not left out
   * @param older how many records were left out for having been updated too early
   */
  public record Result(Optional<Instant> latest, int older) {}

  private void readPass(String pass, NewVersions filter) {
    Optional<Shortfall> before = Optional.empty();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      filter.begin();
      Optional<Shortfall> shortfall = readOnce(pass, filter);
      if (shortfall.isEmpty()) {
        return;
      }
      if (shortfall.equals(before) && shortfall.get().total() >= 0) {
        LOG.warn(
            "the list has {} records by its total, but gives {}",
            before.get().total(),
            before.get().given());
        return;
      }
      before = shortfall;
    }
    throw TapException.streamFailed(
        "the list kept changing while it was read, %d times; run again".formatted(ATTEMPTS), null);
  }

  /**
   * A list read to its end that cannot have been whole.
   *
   * @param total what it says to have at its end, negative where it does not say
   * @param given the distinct records it gave
   */
  private record Shortfall(long total, long given) {}

  private Optional<Shortfall> readOnce(String pass, NewVersions filter) {
    long read = 0;
    long total = -1;
    boolean doubtful = false;
    for (int number = 1; ; number++) {
      long givenBefore = filter.given();
      PageSummary page = pages.read(pass, number, filter);
      read += page.records();
      long told = page.total().orElse(total);
      // Something left, and what stood behind it moved to a page that was read before.
      doubtful |= told < total;
      total = told;
      boolean circles = page.records() > 0 && filter.given() == givenBefore;
      if (circles || isLast(page, read, doubtful ? -1 : total)) {
        if (doubtful || number > 1 && total < 0) {
          return filter.isAsBefore()
              ? Optional.empty()
              : Optional.of(new Shortfall(-1, filter.given()));
        }
        return catchUp(pass, filter, total);
      }
    }
  }

  /**
   * Where records are missing, they may have come meanwhile and stand in front: reads from there as
   * long as there is news.
   */
  private Optional<Shortfall> catchUp(String pass, NewVersions filter, long total) {
    for (int number = 1; filter.given() < total; number++) {
      long givenBefore = filter.given();
      PageSummary page = pages.read(pass, number, filter);
      if (page.total().orElse(total) != total || filter.given() == givenBefore) {
        return Optional.of(new Shortfall(total, filter.given()));
      }
    }
    return Optional.empty();
  }

  private boolean isLast(PageSummary page, long read, long total) {
    if (page.records() == 0) {
      return true;
    }
    if (total >= 0) {
      return read >= total;
    }
    return !page.more().orElse(page.records() >= pageSize);
  }

  /** Passes what is new since the bookmark, each version once. */
  private static final class NewVersions implements RecordFilter {
    private final Instant since;
    private final Optional<Instant> end;
    private final Map<String, Instant> passed = new HashMap<>();
    private Set<String> ids = new HashSet<>();
    private Set<String> idsBefore = Set.of();
    private final Set<String> older = new HashSet<>();
    private long keyless;
    private Optional<Instant> latest = Optional.empty();

    NewVersions(Instant since, Optional<Instant> end) {
      this.since = since;
      this.end = end;
    }

    /** From the list's first page again. */
    void begin() {
      idsBefore = ids;
      ids = new HashSet<>();
      keyless = 0;
    }

    /** Whether the list gave the same records as when it was read before. */
    boolean isAsBefore() {
      return ids.equals(idsBefore);
    }

    long given() {
      return ids.size() + keyless;
    }

    @Override
    public boolean accept(String id, Optional<Instant> updatedAt) {
      if (id == null) {
        keyless++;
      } else {
        ids.add(id);
      }
      if (updatedAt.isPresent()) {
        Instant at = updatedAt.get();
        if (end.isPresent() && !at.isBefore(end.get())) {
          return false;
        }
        if (at.isBefore(since)) {
          older.add(id);
          return false;
        }
        latest = latest.isEmpty() || latest.get().isBefore(at) ? updatedAt : latest;
      }
      Instant version = updatedAt.orElse(Instant.MIN);
      return id == null || !version.equals(passed.put(id, version));
    }
  }
}
