/** The schema of a stream: what of it is selected, and what data adds to it. */
@NullMarked
package io.github.tapkustomer.record.schema;

import org.jspecify.annotations.NullMarked;
