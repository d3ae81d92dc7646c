/**
 * Readers: each step reads a little and returns, in a {@code Step}, how far it came, what it could
 * not read, and what must be split. Readers keep no positions, move no bookmarks and know nothing
 * of threads. A moving set is read by key; page numbers are only used for one that does not change.
 */
@NullMarked
package io.github.tapkustomer.read;

import org.jspecify.annotations.NullMarked;
