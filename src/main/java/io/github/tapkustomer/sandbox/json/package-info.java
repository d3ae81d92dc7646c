/** JSON written straight into a byte array. Uses nothing else of the sandbox. */
@NullMarked
package io.github.tapkustomer.sandbox.json;

import org.jspecify.annotations.NullMarked;
