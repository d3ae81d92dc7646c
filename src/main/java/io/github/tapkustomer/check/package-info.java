/** Finds out what a sync will meet, before it is run. */
@NullMarked
package io.github.tapkustomer.check;

import org.jspecify.annotations.NullMarked;
