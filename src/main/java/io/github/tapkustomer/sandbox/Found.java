package io.github.tapkustomer.sandbox;

import java.util.List;

/** How many records meet a query, and those of the page that was asked for. */
record Found(int total, List<Version> records) {

  Found firstHalf() {
    return new Found(total / 2, records.subList(0, records.size() / 2));
  }
}
