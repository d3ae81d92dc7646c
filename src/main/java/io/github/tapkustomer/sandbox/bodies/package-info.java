/**
 * The records themselves, one body for each kind, and the renderer that puts them into their
 * JSON:API envelope. The same version always gives the same bytes.
 */
@NullMarked
package io.github.tapkustomer.sandbox.bodies;

import org.jspecify.annotations.NullMarked;
