/** Search and archive search: query bodies, limits on pages, and the horizon between the two. */
package io.github.tapkustomer.sandbox.search;
