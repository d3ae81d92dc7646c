/**
 * Makes the catalog: the known streams, one stream for each klass, columns for an organization's
 * own fields, and which of these the API key may read. A role only decides what is asked first; a
 * stream is left out only if the API refuses it.
 */
@NullMarked
package io.github.tapkustomer.discovery;

import org.jspecify.annotations.NullMarked;
