/**
 * The answer that holds a page of records: its envelope, its links and counts, and pages of
 * parents. Knows nothing of columns.
 */
@NullMarked
package io.github.tapkustomer.record.page;

import org.jspecify.annotations.NullMarked;
