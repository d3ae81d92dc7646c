package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.singer.ReplicationWish;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stream.StreamDefinition;

/** A stream that is to be read, as the tap knows it and as the catalog has it. */
public record SelectedStream(StreamDefinition definition, CatalogStream catalog) {
  public SelectedStream {
    requireNonNull(definition, "definition");
    requireNonNull(catalog, "catalog");
  }

  /** The name of its messages and its bookmark. */
  public String name() {
    return catalog.id();
  }

  /** Whether the user wants all of it in each run, though it could be read from a bookmark. */
  public boolean isWantedWhole() {
    return definition.replication().bookmark().isPresent()
        && catalog.replication().method().filter(ReplicationWish.FULL_TABLE::equals).isPresent();
  }

  /** From where it is read; {@link Bookmark#NONE} where that is the beginning. */
  public Bookmark bookmark(State state) {
    return isWantedWhole()
        ? Bookmark.NONE
        : definition
            .replication()
            .bookmark()
            .map(key -> state.bookmark(catalog.id(), key))
            .orElse(Bookmark.NONE);
  }
}
