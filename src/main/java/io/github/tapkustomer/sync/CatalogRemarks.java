package io.github.tapkustomer.sync;

import io.github.tapkustomer.singer.CatalogStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a catalog wants of a stream that has a price, or that is not to be had. */
final class CatalogRemarks {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogRemarks.class);

  private CatalogRemarks() {}

  static void tell(SelectedStream selected) {
    CatalogStream stream = selected.catalog();
    if (stream.keyProperties().filter(keys -> keys.isEmpty()).isPresent()) {
      LOG.warn(
          "{}: the catalog gives it no key, so a target cannot tell which records come again",
          stream.id());
    }
  }
}
