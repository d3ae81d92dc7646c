/** Requests that fail although nothing is wrong with them, as a test says or at random. */
@NullMarked
package io.github.tapkustomer.sandbox.faults;

import org.jspecify.annotations.NullMarked;
