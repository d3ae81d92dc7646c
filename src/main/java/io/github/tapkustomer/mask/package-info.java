/**
 * What becomes of values that must not leave in plain: which columns a mask fits, and what a target
 * gets instead. A masked value has no variant, and nothing else of the tap may keep or print it.
 */
@NullMarked
package io.github.tapkustomer.mask;

import org.jspecify.annotations.NullMarked;
