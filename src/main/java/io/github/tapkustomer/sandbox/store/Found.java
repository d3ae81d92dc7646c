package io.github.tapkustomer.sandbox.store;

import java.util.List;

/** How many records meet a query, and those of the page that was asked for. */
public record Found(int total, List<Version> records) {

  public Found firstHalf() {
    return new Found(total / 2, records.subList(0, records.size() / 2));
  }
}
