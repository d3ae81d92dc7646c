/** The schema of a stream: what of it is selected, and what data adds to it. */
package io.github.tapkustomer.record.schema;
