/**
 * From the bytes of an answer to RECORD lines, in one pass and without a tree. A {@link
 * io.github.tapkustomer.record.RecordFormat} is compiled once for each stream; whoever reads pages
 * shares it. A column never changes its type: what does not fit goes to its variant, and the schema
 * only grows at its end. It grows, and counts its version up, before any line uses what is new.
 */
@NullMarked
package io.github.tapkustomer.record;

import org.jspecify.annotations.NullMarked;
