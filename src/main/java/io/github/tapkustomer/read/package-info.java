/**
 * Readers: each reads a little in a step and says in a {@code Step} how far that goes, what it
 * could not read, and what must be cut. They keep no positions, move no bookmarks and know nothing
 * of threads. A moving set is read by key; by page number only where it does not change.
 */
@NullMarked
package io.github.tapkustomer.read;

import org.jspecify.annotations.NullMarked;
