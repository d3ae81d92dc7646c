/**
 * How many requests may leave, and when. {@code RateLimiter} paces the requests of each {@code
 * Budget}, {@code InFlightLimit} limits how many run at once, and {@code ServerClock} learns the
 * server's time from its answers.
 *
 * <p>Uses the root package alone; of HTTP it knows only the values of four headers.
 *
 * <p>Invariants: the arithmetic ({@code Budget} and its parts) is pure, takes milliseconds of the
 * local clock and never waits; {@code RateLimiter} guards it and waits through {@code Timer}; every
 * request that was allowed is answered, refused or given up exactly once.
 */
@NullMarked
package io.github.tapkustomer.http.limit;

import org.jspecify.annotations.NullMarked;
