package io.github.tapkustomer.sandbox;

/** Ways in which a request fails although nothing is wrong with it. */
public enum Fault {
  /** 500 with an error body. */
  INTERNAL_ERROR,
  /** 502 with the gateway's HTML page. */
  BAD_GATEWAY,
  /** 503 with an error body. */
  UNAVAILABLE,
  /** 504 with the gateway's HTML page. */
  GATEWAY_TIMEOUT,
  /** 429 with Retry-After of one second, although the budget is not spent. */
  RATE_LIMITED,
  /** 200 with a body of no bytes. */
  EMPTY_BODY,
  /** 200 whose connection ends halfway through the promised body. */
  CUT_SHORT,
  /** 200 with a body that stops being JSON halfway, at its full promised length. */
  NOT_JSON,
  /** The connection ends before the first byte of an answer. */
  DROPPED,
  /** A search that gives up early: {@code timed_out}, half of the records and of the total. */
  TIMED_OUT,
  /** Silence, then the connection ends; see {@link Faults#hangFor}. */
  HANG;

  boolean fits(boolean search) {
    return this != TIMED_OUT || search;
  }
}
