/**
 * The objects of an organization as versions in tables, with the index that search reads. Uses
 * nothing else of the sandbox.
 *
 * <p>A table holds the data; its index may lag behind it, but is never ahead. Both change under the
 * table's lock.
 */
@NullMarked
package io.github.tapkustomer.sandbox.store;

import org.jspecify.annotations.NullMarked;
