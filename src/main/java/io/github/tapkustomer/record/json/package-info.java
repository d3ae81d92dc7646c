/** JSON as bytes: what a parser accepts, and how lines are written. */
@NullMarked
package io.github.tapkustomer.record.json;

import org.jspecify.annotations.NullMarked;
