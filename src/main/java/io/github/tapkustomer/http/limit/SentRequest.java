package io.github.tapkustomer.http.limit;

/**
 * A request that left and counts against a {@link Budget}.
 *
 * @param sequence its place in the order
 * @param sentAt when, in milliseconds of the local clock
 */
public record SentRequest(long sequence, long sentAt) {}
