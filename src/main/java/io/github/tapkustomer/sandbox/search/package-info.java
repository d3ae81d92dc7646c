/** Search and archive search: query bodies, limits on pages, and the horizon between the two. */
@NullMarked
package io.github.tapkustomer.sandbox.search;

import org.jspecify.annotations.NullMarked;
