package io.github.tapkustomer.read.object;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.read.Gap;
import io.github.tapkustomer.read.Step;
import io.github.tapkustomer.read.WindowReader;
import io.github.tapkustomer.read.object.ObjectRequests.Unread;
import io.github.tapkustomer.read.page.ParentPages;
import io.github.tapkustomer.read.page.SearchPages;
import io.github.tapkustomer.read.page.SearchRequests;
import io.github.tapkustomer.read.page.SharedParents;
import io.github.tapkustomer.record.page.RecordFilter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the children of the objects that a search finds: a step is complete once the children of
 * all its parents have been passed on, except for its gaps. Thread-safe.
 */
public final class ChildrenReader implements WindowReader {
  private final SharedParents pages;
  private final SearchRequests requests;
  private final ObjectRequests children;
  private final Function<SearchPages, WindowReader> parents;

  /**
   * A reader of one search for parents.
   *
   * @param pages requests the parents
   * @param parents makes the reader of a step, which reads the parents' pages
   */
  public ChildrenReader(
      SharedParents pages,
      SearchRequests requests,
      ObjectRequests children,
      Function<SearchPages, WindowReader> parents) {
    this.pages = requireNonNull(pages, "pages");
    this.requests = requireNonNull(requests, "requests");
    this.children = requireNonNull(children, "children");
    this.parents = requireNonNull(parents, "parents");
  }

  @Override
  public Step step(TimeRange rest, RecordFilter seen) {
    List<Gap> gaps = new ArrayList<>();
    ParentPages read =
        new ParentPages(
            pages,
            requests,
            objects -> children.read(objects).forEach(unread -> gaps.add(gap(unread))));
    Step step = parents.apply(read).step(rest, seen);
    gaps.addAll(step.gaps());
    return step.withGaps(gaps);
  }

  /** The next run finds an object by its time; one without a time would be forgotten. */
  private static Gap gap(Unread unread) {
    Instant at = unread.object().updatedAt().orElseThrow(unread::why);
    return new Gap(TimeRange.at(at), unread.why().getMessage());
  }
}
