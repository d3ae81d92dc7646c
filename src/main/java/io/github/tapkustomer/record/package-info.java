/**
 * From the bytes of an answer to RECORD lines, in one pass and without a tree. A {@link
 * io.github.tapkustomer.record.RecordFormat} is compiled once for each stream and shared by all
 * readers of its pages. A column never changes its type: what does not fit goes to its variant. The
 * schema only grows, at its end, and its version increases before any line uses what is new.
 */
@NullMarked
package io.github.tapkustomer.record;

import org.jspecify.annotations.NullMarked;
