package io.github.tapkustomer.read;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.Plural;
import io.github.tapkustomer.http.ApiException;
import io.github.tapkustomer.read.ListStep.Progress;
import io.github.tapkustomer.read.page.ListPages;
import io.github.tapkustomer.record.page.PageSummary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a list page by page, to its end. Page numbers are not safe while entries come and go: when
 * one leaves, the next page's first entry moves to a page that was read before. So a list of more
 * than one page is complete only if every page had the same {@code total} and that many entries
 * came that had not changed since the reading began, or if a second reading brings the same
 * entries. Lists have no filter by time: entries that were not updated since the bookmark are left
 * out here. Not thread-safe.
 */
public final class ListReader {
  private static final Logger LOG = LoggerFactory.getLogger(ListReader.class);

  private final String stream;
  private final ListPages pages;
  private final List<String> passes;
  private final Instant began;
  private final NewVersions filter;
  private final boolean needsExactness;
  private int fullSize;
  private int pass;
  private Optional<ListReading> first = Optional.empty();
  private ListReading reading;
  private boolean certain = true;
  private boolean exact = true;

  /**
   * A reader of one list.
   *
   * @param passes query parameters, each of which gives a part of the list
   * @param size records per page
   * @param since leaves out what was updated before
   * @param end leaves out what was updated then or later, if set
   * @param began the server's time, not later than the first request
   * @param needsExactness whether missing records will count as deleted, so that the list must be
   *     known to the last record, even if it is empty
   */
  public ListReader(
      String stream,
      ListPages pages,
      List<String> passes,
      int size,
      Instant since,
      Optional<Instant> end,
      Instant began,
      boolean needsExactness) {
    this.stream = requireNonNull(stream, "stream");
    this.pages = requireNonNull(pages, "pages");
    this.passes = List.copyOf(passes);
    this.began = requireNonNull(began, "began");
    this.filter = new NewVersions(since, end);
    this.needsExactness = needsExactness;
    this.fullSize = size;
    begin(new ListReading(began, size));
  }

  private void begin(ListReading next) {
    reading = next;
    filter.show(reading);
  }

  /** The number of records left out because they were last updated too early. */
  public int older() {
    return filter.older();
  }

  /** Reads a page. */
  public ListStep step() {
    PageSummary page = readPage();
    if (page == null || !reading.endsWith(page)) {
      return told(Progress.GOES_ON);
    }
    if (first.isEmpty() && (!reading.isProven() || needsExactness && reading.given() == 0)) {
      first = Optional.of(reading);
      begin(reading.again());
      return told(Progress.GOES_ON);
    }
    judge();
    exact &= reading.isExact() && (reading.given() > 0 || isEmptyTwice());
    if (++pass < passes.size()) {
      first = Optional.empty();
      begin(new ListReading(began, fullSize));
      return told(Progress.GOES_ON);
    }
    return told(certain ? Progress.WHOLE : Progress.UNCERTAIN);
  }

  /** Returns null if the page was too large, and the list begins again with smaller ones. */
  private @Nullable PageSummary readPage() {
    int size = reading.nextSize();
    try {
      return pages.read(passes.get(pass), reading.nextPage(), size, filter);
    } catch (ApiException refused) {
      fullSize = SizedPages.smaller(stream, size, refused);
      begin(new ListReading(began, fullSize));
      return null;
    }
  }

  private void judge() {
    if (reading.isProven()) {
      return;
    }
    if (!reading.confirms(first.orElseThrow())) {
      LOG.warn(
          "{}: the list changed while it was read, twice; what it gave was written, and the next"
              + " run reads it from the same bookmark again",
          stream);
      certain = false;
    } else if (reading.isShort()) {
      LOG.warn(
          "{}: the list has {} by its total, but gives {}",
          stream,
          Plural.of(reading.total().orElseThrow(), "record"),
          reading.given());
    }
  }

  /** One answer without records is no proof: a replica that has just started gives it too. */
  private boolean isEmptyTwice() {
    return reading.isEmptyByCount() && first.filter(ListReading::isEmptyByCount).isPresent();
  }

  private ListStep told(Progress progress) {
    boolean nothingIsMissing = progress == Progress.WHOLE && needsExactness && exact;
    return new ListStep(progress, filter.newest(), pagesLeft(progress), nothingIsMissing);
  }

  private OptionalLong pagesLeft(Progress progress) {
    if (progress != Progress.GOES_ON) {
      return OptionalLong.of(0);
    }
    boolean lastPass = pass == passes.size() - 1;
    return lastPass ? reading.pagesLeft() : OptionalLong.empty();
  }
}
