/**
 * The settings of the tap: what can be set, where it is read from, and a report of everything that
 * is wrong with it at once.
 */
@NullMarked
package io.github.tapkustomer.config;

import org.jspecify.annotations.NullMarked;
