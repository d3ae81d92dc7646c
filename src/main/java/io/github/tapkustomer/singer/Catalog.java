package io.github.tapkustomer.singer;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A Singer catalog: the streams that can be read, their schemas, and what is selected. */
public record Catalog(List<CatalogStream> streams) {
  public Catalog {
    streams = List.copyOf(requireNonNull(streams, "streams"));
  }

  /** The selected streams, in the catalog's order. */
  public List<CatalogStream> selected() {
    return streams.stream().filter(stream -> stream.selection().stream()).toList();
  }
}
