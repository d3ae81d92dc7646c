package io.github.tapkustomer.read.page;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.RecordFilter;
import io.github.tapkustomer.record.page.PageSummary;
import io.github.tapkustomer.record.page.ParentPage;
import io.github.tapkustomer.record.page.ParentPage.Parent;
import io.github.tapkustomer.record.page.ParentPageReader;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Pages of a search for parents, of which only what belongs to them is passed on: a page is through
 * once the children of all its parents are.
 */
public final class ParentPages implements SearchPages {
  private final KustomerClient client;
  private final SearchRequests requests;
  private final Optional<String> key;
  private final Consumer<List<Parent>> children;

  /**
   * Pages of one stream.
   *
   * @param key the JSON pointer to the key in a parent's attributes, if that is not its id
   * @param children reads what belongs to these parents, and returns once it is passed on
   */
  public ParentPages(
      KustomerClient client,
      SearchRequests requests,
      Optional<String> key,
      Consumer<List<Parent>> children) {
    this.client = requireNonNull(client, "client");
    this.requests = requireNonNull(requests, "requests");
    this.key = requireNonNull(key, "key");
    this.children = requireNonNull(children, "children");
  }

  @Override
  public PageSummary read(TimeRange range, int page, int size, RecordFilter filter) {
    ParentPage parents =
        client.ask(
            requests.page(range, page, size),
            body -> {
              ParentPage read = new ParentPageReader(key).read(body);
              ApiSearchPages.whole(read.summary(), page);
              return read;
            });
    children.accept(
        parents.parents().stream()
            .filter(parent -> filter.accept(parent.id(), parent.updatedAt()))
            .filter(parent -> parent.key().isPresent())
            .toList());
    return parents.summary();
  }
}
