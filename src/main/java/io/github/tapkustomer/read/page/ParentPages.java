package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.ParentPage;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.record.page.RecordFilter;
import java.util.List;
import java.util.function.Consumer;

/**
 * Pages of a search for parents, of which only the children are passed on: a page is done once the
 * children of all its parents are.
 */
public final class ParentPages implements SearchPages {
  private final SharedParents pages;
  private final SearchRequests requests;
  private final Consumer<List<Parent>> children;

  /**
   * Pages of one stream.
   *
   * @param pages requests them, perhaps for other streams too
   * @param children reads what belongs to these parents, and returns once it has been passed on
   */
  public ParentPages(
      SharedParents pages, SearchRequests requests, Consumer<List<Parent>> children) {
    this.pages = requireNonNull(pages, "pages");
    this.requests = requireNonNull(requests, "requests");
    this.children = requireNonNull(children, "children");
  }

  @Override
  public PageSummary read(TimeRange range, int page, int size, RecordFilter filter) {
    ParentPage parents = pages.page(requests, range, page, size);
    children.accept(
        parents.parents().stream()
            .filter(parent -> filter.accept(parent.id(), parent.updatedAt()))
            .toList());
    return parents.summary();
  }
}
