package io.github.tapkustomer.sandbox.store;

import java.util.List;

/** How many records match a query, and those on the requested page. */
public record Found(int total, List<Version> records) {

  public Found firstHalf() {
    return new Found(total / 2, records.subList(0, records.size() / 2));
  }
}
