package io.github.tapkustomer.sandbox.faults;

/** Ways in which a request fails although nothing is wrong with it. */
public enum Fault {
  /** 500 with an error body. */
  INTERNAL_ERROR,
  /** 502 with the gateway's HTML page. */
  BAD_GATEWAY,
  /** 503 with an error body. */
  UNAVAILABLE,
  /** 503 with an error body and a Retry-After of one second. */
  UNAVAILABLE_A_WHILE,
  /** 504 with the gateway's HTML page. */
  GATEWAY_TIMEOUT,
  /** 429 with Retry-After of one second, although the budget is not spent. */
  RATE_LIMITED,
  /** 200 with a body of no bytes. */
  EMPTY_BODY,
  /** 200 with the HTML page of something that is not the API. */
  HTML_PAGE,
  /** The whole answer, labeled as plain text. */
  WRONG_TYPE,
  /** 200 whose connection ends halfway through the promised body. */
  CUT_SHORT,
  /** 200 whose connection ends halfway through a body of no promised length. */
  CUT_SHORT_UNTOLD,
  /** 200 with a body that stops being JSON halfway, at its full promised length. */
  NOT_JSON,
  /** The connection ends before the first byte of an answer. */
  DROPPED,
  /** The connection is reset before the first byte of an answer. */
  RESET,
  /** The connection is reset halfway through the body. */
  RESET_MIDWAY,
  /** A search that gives up early: {@code timed_out}, half of the records and of the total. */
  TIMED_OUT,
  /** Silence, then the connection ends; see {@link Faults#hangFor}. */
  HANG,
  /** The same halfway through the body. */
  HANG_MIDWAY;

  public boolean hangs() {
    return this == HANG || this == HANG_MIDWAY;
  }

  /** Whether no byte of an answer comes. */
  public boolean isSilent() {
    return this == DROPPED || this == RESET || this == HANG;
  }

  /** Whether the body ends halfway. */
  public boolean breaksOff() {
    return this == CUT_SHORT
        || this == CUT_SHORT_UNTOLD
        || this == RESET_MIDWAY
        || this == HANG_MIDWAY;
  }

  boolean fits(boolean search) {
    return this != TIMED_OUT || search;
  }
}
