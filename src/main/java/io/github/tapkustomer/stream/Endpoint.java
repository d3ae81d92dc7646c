package io.github.tapkustomer.stream;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** How the API gives a stream's records. */
public sealed interface Endpoint {
  /** Calls the visitor's method for this kind. */
  <T> T accept(Visitor<T> visitor);

  /** Tells the kinds of endpoints apart. */
  interface Visitor<T> {
    T search(Search search);

    T pages(Pages pages);

    T perObject(PerObject each);

    T metadata(Metadata metadata);

    T auditLogs(AuditLogs logs);

    T children(Children children);
  }

  /** Where the records stand in an answer. */
  enum Member {
    DATA,
    INCLUDED
  }

  /** Where objects older than the search's horizon are found. */
  enum History {
    /** {@code POST /v1/customers/archive/search}. */
    ARCHIVE,
    /** {@code GET /v1/notes}: the archive has no notes. */
    LIST
  }

  /**
   * {@code POST /v1/customers/search} with this {@code queryContext}.
   *
   * @param attributes what the names of its attributes begin with: the context, but {@code kobject}
   *     for the context of one klass
   */
  record Search(String context, String attributes, History history) implements Endpoint {

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.search(this);
    }

    public Search {
      requireNonNull(context, "context");
      requireNonNull(attributes, "attributes");
      requireNonNull(history, "history");
    }

    /** The attribute that the search filters and sorts by. */
    public String updatedAtFilter() {
      return attributes + "_updated_at";
    }
  }

  /**
   * {@code GET /v1/<path>} page by page, without any filter by time.
   *
   * @param pageSize the largest page that the API gives
   * @param passes query parameters, each of which gives a part of the records; one empty string
   *     where a single pass gives all
   */
  record Pages(String path, int pageSize, List<String> passes, Member member) implements Endpoint {

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.pages(this);
    }

    public Pages {
      requireNonNull(path, "path");
      passes = List.copyOf(passes);
      requireNonNull(member, "member");
      if (passes.isEmpty()) {
        throw new IllegalArgumentException("passes: must not be empty");
      }
    }

    static Pages of(String path, int pageSize) {
      return new Pages(path, pageSize, List.of(""), Member.DATA);
    }
  }

  /**
   * One request for each object of another list.
   *
   * @param list the list of the objects
   * @param path what is asked of each, {@code %s} standing for its id
   */
  record PerObject(Pages list, String path, Member member) implements Endpoint {

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.perObject(this);
    }

    public PerObject {
      requireNonNull(list, "list");
      requireNonNull(path, "path");
      requireNonNull(member, "member");
    }
  }

  /** {@code GET /v1/metadata/<resource>}, for these resources and for {@code kobject.<klass>}. */
  record Metadata(List<String> resources) implements Endpoint {

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.metadata(this);
    }

    public Metadata {
      resources = List.copyOf(resources);
    }
  }

  /** {@code GET /v1/audit-logs}, between two times, at most {@code count} entries an answer. */
  record AuditLogs(int count) implements Endpoint {

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.auditLogs(this);
    }
  }

  /**
   * One request for each customer or conversation that changed.
   *
   * @param path what is asked of each, {@code %s} standing for its key
   * @param key where among the parent's attributes its key stands, a JSON pointer; its id is the
   *     key where this is absent
   */
  record Children(Search parent, String path, Optional<String> key) implements Endpoint {

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.children(this);
    }

    public Children {
      requireNonNull(parent, "parent");
      requireNonNull(path, "path");
      requireNonNull(key, "key");
    }
  }
}
