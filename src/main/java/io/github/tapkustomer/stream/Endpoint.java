package io.github.tapkustomer.stream;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** How the API gives a stream's records. */
public sealed interface Endpoint {

  /** Calls the visitor's method for this kind of endpoint. */
  <T> T accept(Visitor<T> visitor);

  /** What to do with each kind of endpoint: a new kind needs a method here, and so everywhere. */
  interface Visitor<T> {
    T search(Search search);

    T pages(Pages pages);

    T perObject(PerObject each);

    T metadata(Metadata metadata);

    T auditLogs(AuditLogs logs);

    T children(Children children);

    T grandchildren(Grandchildren grandchildren);
  }

  /** Where an answer holds the records. */
  enum Member {
    DATA,
    INCLUDED
  }

  /**
   * {@code POST /v1/customers/search} with this {@code queryContext}.
   *
   * @param attributes what its attributes' names begin with: the context itself, or {@code kobject}
   *     for the context of one klass
   * @param history the list with the objects older than the search's horizon, if they are not in
   *     the archive ({@code POST /v1/customers/archive/search})
   */
  record Search(String context, String attributes, Optional<Pages> history) implements Endpoint {
    public Search {
      requireNonNull(context, "context");
      requireNonNull(attributes, "attributes");
      requireNonNull(history, "history");
    }

    /** The attribute that the search filters and sorts by. */
    public String updatedAtFilter() {
      return attributes + "_updated_at";
    }

    /**
     * The ways to phrase this search, the likeliest first: the documentation does not say whether a
     * klass's attributes are named after the klass or after {@code kobject}.
     */
    public List<Search> forms() {
      return attributes.equals(context)
          ? List.of(this)
          : List.of(this, new Search(context, context, history));
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.search(this);
    }
  }

  /**
   * {@code GET /v1/<path>} page by page, without any filter by time.
   *
   * @param pageSize the largest page that the API gives
   * @param passes query parameters, each of which gives a part of the records; a single empty
   *     string if one pass gives all
   */
  record Pages(String path, int pageSize, List<String> passes, Member member) implements Endpoint {
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

    /** Whether all records are in one list, so that none can move from one list to another. */
    public boolean isOneList() {
      return passes.size() == 1;
    }

    /** The same list for one object, whose id replaces {@code %s} in the path. */
    public Pages of(String id) {
      return new Pages(path.formatted(id), pageSize, passes, member);
    }

    /** One list for each of its passes. */
    public List<Pages> eachPass() {
      return passes.stream().map(pass -> new Pages(path, pageSize, List.of(pass), member)).toList();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.pages(this);
    }
  }

  /**
   * One request for each object of another list.
   *
   * @param list the list of the objects
   * @param path what to request for each object, below the host; its id replaces {@code %s}
   */
  record PerObject(Pages list, String path, Member member) implements Endpoint {
    public PerObject {
      requireNonNull(list, "list");
      requireNonNull(path, "path");
      requireNonNull(member, "member");
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.perObject(this);
    }
  }

  /** {@code GET /v1/metadata/<resource>}, for these resources and for {@code kobject.<klass>}. */
  record Metadata(List<String> resources) implements Endpoint {
    public Metadata {
      resources = List.copyOf(resources);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.metadata(this);
    }
  }

  /**
   * {@code GET /v1/audit-logs} between two times, with at most {@code count} entries per answer.
   */
  record AuditLogs(int count) implements Endpoint {
    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.auditLogs(this);
    }
  }

  /**
   * One request for each customer or conversation that changed.
   *
   * @param path what to request for each parent, below the host; its key replaces {@code %s}
   * @param pageSize the largest page that the API gives
   * @param key the JSON pointer of the key among the parent's attributes; empty if the key is the
   *     parent's id
   * @param ownDate a date of the children that the search can filter parents by, so that parents
   *     without children need no request
   * @param isOptional whether the API answers 404 for a parent without children
   */
  record Children(
      Search parent,
      String path,
      int pageSize,
      Optional<String> key,
      Optional<String> ownDate,
      boolean isOptional)
      implements Endpoint {
    public Children {
      requireNonNull(parent, "parent");
      requireNonNull(path, "path");
      requireNonNull(key, "key");
      requireNonNull(ownDate, "ownDate");
    }

    static Children of(Search parent, String path) {
      return new Children(parent, path, 100, Optional.empty(), Optional.empty(), false);
    }

    /** The same in pages of another size. */
    Children inPagesOf(int size) {
      return new Children(parent, path, size, key, ownDate, isOptional);
    }

    /** The same, requested by another attribute of the parent than its id. */
    Children byKey(String pointer) {
      return new Children(parent, path, pageSize, Optional.of(pointer), ownDate, isOptional);
    }

    /** The same, where the search can filter parents by this date of their children. */
    Children datedBy(String attribute) {
      return new Children(parent, path, pageSize, key, Optional.of(attribute), isOptional);
    }

    /** The same, where a 404 means that the parent has none. */
    Children optional() {
      return new Children(parent, path, pageSize, key, ownDate, true);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.children(this);
    }
  }

  /**
   * One request for each child of each customer or conversation that changed.
   *
   * @param children the list of a parent's children; the parent's id replaces {@code %s}
   * @param path what to request for each child, below the host; the ids of the parent and of the
   *     child replace {@code %s}
   */
  record Grandchildren(Search parent, Pages children, String path) implements Endpoint {
    public Grandchildren {
      requireNonNull(parent, "parent");
      requireNonNull(children, "children");
      requireNonNull(path, "path");
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.grandchildren(this);
    }
  }
}
