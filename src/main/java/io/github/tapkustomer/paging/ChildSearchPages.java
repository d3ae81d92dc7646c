package io.github.tapkustomer.paging;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.TimeRange;
import io.github.tapkustomer.http.KustomerClient;
import io.github.tapkustomer.record.PageSummary;
import io.github.tapkustomer.record.ParentPage;
import io.github.tapkustomer.record.ParentPage.Parent;
import io.github.tapkustomer.record.ParentPageReader;
import io.github.tapkustomer.record.RecordFilter;
import java.util.List;
import java.util.Optional;

/**
 * Pages of a search for parents, of which the children are passed on: a page counts as read once
 * the children of all its parents are.
 */
public final class ChildSearchPages implements SearchPages {
  private final KustomerClient client;
  private final SearchRequests requests;
  private final Optional<String> key;
  private final ObjectRequests children;
  private final PageSink sink;

  /**
   * Pages of one stream.
   *
   * @param key where among a parent's attributes its key stands, if that is not its id
   */
  public ChildSearchPages(
      KustomerClient client,
      SearchRequests requests,
      Optional<String> key,
      ObjectRequests children,
      PageSink sink) {
    this.client = requireNonNull(client, "client");
    this.requests = requireNonNull(requests, "requests");
    this.key = requireNonNull(key, "key");
    this.children = requireNonNull(children, "children");
    this.sink = requireNonNull(sink, "sink");
  }

  @Override
  public PageSummary read(TimeRange range, int page, RecordFilter filter) {
    ParentPage parents =
        client.ask(
            requests.page(range, page),
            body -> {
              ParentPage read = new ParentPageReader(key).read(body);
              SearchRequests.whole(read.summary(), page);
              return read;
            });
    List<Parent> wanted =
        parents.parents().stream()
            .filter(parent -> filter.accept(parent.id(), parent.updatedAt()))
            .filter(parent -> parent.key().isPresent())
            .toList();
    children.read(wanted);
    sink.read(parents.summary());
    return parents.summary();
  }
}
