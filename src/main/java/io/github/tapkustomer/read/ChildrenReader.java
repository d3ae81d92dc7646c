package io.github.tapkustomer.read;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.read.ObjectRequests.Unread;
import io.github.tapkustomer.read.page.ParentPages;
import io.github.tapkustomer.read.page.SearchRequests;
import io.github.tapkustomer.record.RecordFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what belongs to the objects that a search finds: a step is through once the children of all
 * its parents are out, but for those told as gaps. Thread-safe.
 */
public final class ChildrenReader implements WindowReader {
  private final KustomerClient client;
  private final SearchRequests requests;
  private final Optional<String> key;
  private final ObjectRequests children;
  private final Instant settled;
  private final int pageSize;

  /**
   * A reader of one search for parents.
   *
   * @param key where among a parent's attributes its key stands, if that is not its id
   * @param settled what was updated since can still turn up late
   * @param pageSize parents of a page
   */
  public ChildrenReader(
      KustomerClient client,
      SearchRequests requests,
      Optional<String> key,
      ObjectRequests children,
      Instant settled,
      int pageSize) {
    this.client = client;
    this.requests = requests;
    this.key = key;
    this.children = children;
    this.settled = settled;
    this.pageSize = pageSize;
  }

  @Override
  public Step step(TimeRange rest, RecordFilter seen) {
    List<Gap> gaps = new ArrayList<>();
    ParentPages pages =
        new ParentPages(
            client,
            requests,
            key,
            parents -> children.read(parents).forEach(unread -> gaps.add(gap(unread))));
    SizedPages sized = new SizedPages(requests.stream(), pages, pageSize);
    Step step =
        new KeysetReader(sized, new PageNumberReader(sized, PageNumberReader.MOST_PAGES, settled))
            .step(rest, seen);
    gaps.addAll(step.gaps());
    return step.withGaps(gaps);
  }

  /** The next run finds an object again by its time; one without would be forgotten. */
  private static Gap gap(Unread unread) {
    Instant at = unread.object().updatedAt().orElseThrow(unread::why);
    return new Gap(TimeRange.at(at), unread.why().getMessage());
  }
}
