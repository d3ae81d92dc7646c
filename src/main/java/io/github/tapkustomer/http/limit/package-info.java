/**
 * How many requests may leave, and when. {@code RateLimiter} paces the requests of each {@code
 * Budget}, {@code InFlightLimit} bounds how many run at once, and {@code ServerClock} learns the
 * server's time from its answers.
 *
 * <p>Uses the root package alone; it knows nothing of HTTP but the values of four headers.
 *
 * <p>Invariants: the arithmetic ({@code Budget} and what it is made of) is pure, takes milliseconds
 * of the local clock and never waits; {@code RateLimiter} guards it and waits through {@code
 * Clock}; every request that was let go is answered, refused or given up exactly once.
 */
@NullMarked
package io.github.tapkustomer.http.limit;

import org.jspecify.annotations.NullMarked;
