package io.github.tapkustomer.check;

import static java.util.Objects.requireNonNull;

import io.github.tapkustomer.http.limit.Quota;

/** Requests that a sync of one stream takes, and the budget that they count against. */
public record Effort(Quota quota, long requests) {
  public Effort {
    requireNonNull(quota, "quota");
  }
}
