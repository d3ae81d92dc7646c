/**
 * Masks for values that must not leave unmasked: which columns they match, and what a target gets
 * instead. A masked value has no variant, and no other part of the tap may keep or print it.
 */
@NullMarked
package io.github.tapkustomer.mask;

import org.jspecify.annotations.NullMarked;
