/**
 * An embedded Kustomer API for first looks and tests. It is written from the API's documentation
 * and uses nothing of the tap: if they shared a class, both could be wrong together. This package
 * starts and wires it; the packages below hold its parts.
 */
@NullMarked
package io.github.tapkustomer.sandbox;

import org.jspecify.annotations.NullMarked;
