/** The schema of a stream: what is selected of it, and what data adds to it. */
@NullMarked
package io.github.tapkustomer.record.schema;

import org.jspecify.annotations.NullMarked;
