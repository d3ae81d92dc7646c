/**
 * The answer that holds a page of records: its envelope, what its links and counts say, and pages
 * of parents. Knows nothing of columns.
 */
package io.github.tapkustomer.record.page;
