package io.github.tapkustomer.sync;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.singer.CatalogStream;
import io.github.tapkustomer.stream.StreamDefinition;

/** A stream that is to be read, as the tap knows it and as the catalog has it. */
public record SelectedStream(StreamDefinition definition, CatalogStream catalog) {
  public SelectedStream {
    requireNonNull(definition, "definition");
    requireNonNull(catalog, "catalog");
  }
}
