/**
 * The client of the Kustomer API. {@code KustomerClient} repeats a request until there is an answer
 * to believe; {@code Attempts} makes one attempt; {@code Transport} sends it; {@code Refusals} says
 * what a status means.
 *
 * <p>Uses {@code http.limit} (when a request may leave) and {@code http.network} (the way to the
 * host), and knows nothing of streams and records.
 *
 * <p>Invariants: the API key goes to the configured host alone, so no redirect is followed; each
 * attempt counts against its budget; all waiting goes through {@code Timer}; no message contains
 * the key or anything of a record.
 */
@NullMarked
package io.github.tapkustomer.http;

import org.jspecify.annotations.NullMarked;
