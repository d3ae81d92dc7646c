package io.github.tapkustomer.plan;

import static io.github.tapkustomer.singer.ReplicationWish.FULL_TABLE;
import static io.github.tapkustomer.singer.ReplicationWish.INCREMENTAL;

import io.github.tapkustomer.OneLine;
import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.singer.State;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of what catalog and state ask of a stream, if it has a price or is not supported. */
final class CatalogWarnings {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogWarnings.class);

  private CatalogWarnings() {}

  static void tell(SelectedStream selected, State state) {
    CatalogStream stream = selected.catalog();
    Optional<String> key = selected.definition().replication().bookmark();
    Optional<String> column = selected.definition().replicationKey();
    if (stream.keyProperties().filter(List::isEmpty).isPresent()) {
      LOG.warn(
          "{}: the catalog gives it no key, so a target cannot recognize records that come again",
          stream.id());
    }
    if (!stream.dropped().isEmpty()) {
      LOG.warn(
          "{}: the catalog's schema limits values by {}; these limits are dropped, since the data"
              + " may not meet them",
          stream.id(),
          String.join(", ", new TreeSet<>(stream.dropped())));
    }
    stream
        .replication()
        .method()
        .filter(method -> !method.equals(FULL_TABLE))
        .filter(method -> key.isEmpty() || !method.equals(INCREMENTAL))
        .ifPresent(method -> notSo(stream, "replication method", method, column));
    stream
        .replication()
        .key()
        .filter(wish -> !Optional.of(wish).equals(column) && !Optional.of(wish).equals(key))
        .ifPresent(wish -> notSo(stream, "replication key", wish, column));
    if (selected.isWantedWhole()) {
      LOG.info("{}: reading from start_date, since the catalog asks for a full table", stream.id());
    } else {
      key.ifPresent(name -> tellOfBookmark(stream.id(), name, state));
    }
  }

  private static void notSo(
      CatalogStream stream, String what, String wish, Optional<String> replicatedBy) {
    LOG.warn(
        "{}: the catalog's {} {} is not supported; it is read {}",
        stream.id(),
        what,
        OneLine.quoted(wish),
        replicatedBy.map(key -> "by " + key).orElse("whole in each run"));
  }

  private static void tellOfBookmark(String stream, String key, State state) {
    List<String> strange = state.strangePositions(stream, key);
    if (!strange.isEmpty()) {
      LOG.warn(
          "{}: its bookmark has no \"{}\" but {}, which is not understood; it is read from"
              + " start_date",
          stream,
          key,
          String.join(", ", strange));
    }
  }
}
