package io.github.tapkustomer.plan;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.singer.Bookmark;
import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.singer.ReplicationWish;
import io.github.tapkustomer.singer.State;
import io.github.tapkustomer.stream.StreamDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A stream that is to be read: its definition, and its entry in the catalog. */
public record SelectedStream(StreamDefinition definition, CatalogStream catalog) {
  private static final Logger LOG = LoggerFactory.getLogger(SelectedStream.class);

  public SelectedStream {
    requireNonNull(definition, "definition");
    requireNonNull(catalog, "catalog");
  }

  /** The name of its messages and its bookmark. */
  public String name() {
    return catalog.id();
  }

  /** Whether the user wants a full table in each run, though it could be incremental. */
  public boolean isWantedWhole() {
    return definition.replication().bookmark().isPresent()
        && catalog.replication().method().filter(ReplicationWish.FULL_TABLE::equals).isPresent();
  }

  /** Makes sure that the bookmark in the state belongs to the stream's klass, if it has one. */
  public void claimBookmark(State state) {
    definition.klass().ifPresent(klass -> claimBookmark(state, klass));
  }

  private void claimBookmark(State state, String klass) {
    state
        .claimForKlass(catalog.id(), klass)
        .ifPresent(
            other ->
                LOG.warn(
                    "{}: its bookmark belongs to the klass {}, but the stream now holds the klass"
                        + " {}; it is read from start_date",
                    catalog.id(),
                    OneLine.quoted(other),
                    OneLine.quoted(klass)));
  }

  /** Where to read from; {@link Bookmark#NONE} for the beginning. */
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
