/**
 * One organization: how much of everything it has, how its objects belong together, and how they
 * change while they are served.
 */
@NullMarked
package io.github.tapkustomer.sandbox.organization;

import org.jspecify.annotations.NullMarked;
