/**
 * Singer's files and lines: messages, the catalog and its selection, the state and its bookmarks.
 * Reads leniently what other tools write, and writes strictly what they read. Makes no requests.
 */
@NullMarked
package io.github.tapkustomer.singer;

import org.jspecify.annotations.NullMarked;
