/**
 * Singer's files and lines: messages, the catalog and what it selects, the state and its bookmarks.
 * Reads what other tools write, leniently, and writes what they read, strictly. Never asks the API.
 */
@NullMarked
package io.github.tapkustomer.singer;

import org.jspecify.annotations.NullMarked;
