package io.github.tapkustomer.http.limit;

/**
 * A request that left, on the account of a {@link Budget}.
 *
 * @param sequence its place in the order
 * @param sentAt when, in milliseconds of the local clock
 */
public record SentRequest(long sequence, long sentAt) {}
