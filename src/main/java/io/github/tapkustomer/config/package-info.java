/**
 * The settings of the tap: what there is to set, where it is read from, and all that is wrong with
 * it told at once.
 */
@NullMarked
package io.github.tapkustomer.config;

import org.jspecify.annotations.NullMarked;
