/** A page about a run, for people to look at. */
@NullMarked
package io.github.tapkustomer.report;

import org.jspecify.annotations.NullMarked;
